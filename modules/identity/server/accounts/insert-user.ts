import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Writes a person with a password; null when somebody has the address already. */
export async function insertUser(
  db: WriteDatabase<IdentityTables>,
  person: { email: string; name: string; passwordHash: string; isProved: boolean },
  now: number,
): Promise<string | null> {
  const id = uuidv7()
  const known = await db.selectFrom('identity_user').select('id').where('email', '=', person.email).executeTakeFirst()
  if (known) return null
  await db
    .insertInto('identity_user')
    .values({
      id,
      name: person.name,
      active: 1,
      created_at: now,
      email: person.email,
      email_verified_at: person.isProved ? now : null,
      password_hash: person.passwordHash,
    })
    .execute()
  return id
}
