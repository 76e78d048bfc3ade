import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Sealer } from '#kernel/ports.ts'
import type { ConnectionsTables, SecretKind } from '../database.ts'
import { keepSecret } from './keep-secret.ts'

/** Secrets as commands take them. */
export interface GivenSecrets {
  password?: string | undefined
  /** Null where it is the password. */
  smtpPassword?: string | null | undefined
  refreshToken?: string | undefined
  accessToken?: string | undefined
  accessExpiresAt?: number | undefined
}

/** Keeps what was given, and leaves the rest as it is. */
export async function keepGiven(
  db: WriteDatabase<ConnectionsTables>,
  sealer: Sealer,
  of: { connectionId: string; workspaceId: string },
  { password, smtpPassword, refreshToken, accessToken, accessExpiresAt }: GivenSecrets,
  at: number,
): Promise<void> {
  const keep = (kind: SecretKind, value: string | null | undefined, expiresAt: number | null = null) =>
    value ? keepSecret(db, sealer, { ...of, kind, value, expiresAt }, at) : undefined
  await keep('password', password)
  await keep('smtp-password', smtpPassword)
  await keep('refresh-token', refreshToken)
  await keep('access-token', accessToken, accessExpiresAt ?? at)
  if (smtpPassword !== null) return
  await db
    .deleteFrom('connections_secret')
    .where('connection_id', '=', of.connectionId)
    .where('kind', '=', 'smtp-password')
    .execute()
}
