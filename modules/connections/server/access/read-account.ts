import type { ServiceContext } from '#kernel/module-services.ts'
import type { AccessOf, Connection } from '../../contract.ts'
import type { SecretKind } from '../database.ts'
import { readSecrets } from '../internal.ts'
import { openSecrets, type OpenSecret } from '../vault/open-secrets.ts'

/** An account with its secrets in the clear. */
export interface OpenAccount {
  connection: Connection
  secrets: Partial<Record<SecretKind, OpenSecret>>
}

/** Reads an account of the person it is asked for; throws `connection-not-found` for all else. */
export async function readAccount({ acting, ports }: ServiceContext, of: AccessOf): Promise<OpenAccount> {
  const { connection, secrets } = await acting(of).ask(readSecrets, { id: of.connectionId })
  return { connection, secrets: openSecrets(ports.sealer, of, secrets) }
}
