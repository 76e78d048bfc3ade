import { query } from '../database.ts'
import { findAccount } from '../internal-accounts.ts'

export default query(findAccount, async ({ db }, { email, userId }) => {
  if (email === undefined && userId === undefined) return { account: null }
  let people = db
    .selectFrom('identity_user as u')
    .innerJoin('identity_member as m', 'm.user_id', 'u.id')
    .leftJoin('identity_totp as t', 't.user_id', 'u.id')
    .select([
      'u.id',
      'u.name',
      'u.email',
      'u.email_verified_at',
      'u.password_hash',
      'm.workspace_id',
      't.sealed_secret',
      't.confirmed_at',
    ])
    .where('u.active', '=', 1)
    .orderBy('m.created_at')
    .orderBy('m.workspace_id')
  if (email !== undefined) people = people.where('u.email', '=', email)
  if (userId !== undefined) people = people.where('u.id', '=', userId)
  const row = await people.executeTakeFirst()
  if (!row) return { account: null }

  const codes = await db
    .selectFrom('identity_recovery_code')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('user_id', '=', row.id)
    .executeTakeFirstOrThrow()
  const passkeys = await db
    .selectFrom('identity_passkey')
    .select(['credential_id', 'transports'])
    .where('user_id', '=', row.id)
    .execute()
  return {
    account: {
      userId: row.id,
      workspaceId: row.workspace_id,
      name: row.name,
      email: row.email,
      emailVerified: row.email_verified_at !== null,
      passwordHash: row.password_hash,
      totp: row.confirmed_at === null ? null : row.sealed_secret,
      recoveryCodes: Number(codes.n),
      passkeys: passkeys.map(({ credential_id, transports }) => ({
        credentialId: credential_id,
        transports: JSON.parse(transports) as string[],
      })),
    },
  }
})
