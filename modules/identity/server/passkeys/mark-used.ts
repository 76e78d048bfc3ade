import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/**
 * Notes the counter of a passkey. False when it has not grown: the passkey was copied, or its answer came twice.
 * Authenticators that do not count always say 0 (WebAuthn level 3, 6.1.1).
 */
export async function markPasskeyUsed(
  db: WriteDatabase<IdentityTables>,
  id: string,
  counter: number,
  now: number,
): Promise<boolean> {
  const used = await db
    .updateTable('identity_passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
