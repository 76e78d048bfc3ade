import { getRandomValues } from '#base/random.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { hashSecret } from '../secret.ts'

const CODES = 10
const GROUPS = 6
const GROUP_LENGTH = 4
/** Without letters that are taken for figures; 32 of them, five bits each: 120 bits a code, so that a quick hash will do. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

/** Puts new recovery codes in place of the old ones and answers them, for the one time. */
export async function replaceRecoveryCodes(db: WriteDatabase<IdentityTables>, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, createCode)
  await db.deleteFrom('identity_recovery_code').where('user_id', '=', userId).execute()
  await db
    .insertInto('identity_recovery_code')
    .values(codes.map((code) => ({ user_id: userId, code_hash: hashCode(userId, code) })))
    .execute()
  return codes
}

/** Uses a code up; false when it is none of theirs any more. */
export async function takeRecoveryCode(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  code: string,
): Promise<boolean> {
  const used = await db
    .deleteFrom('identity_recovery_code')
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashCode(userId, code))
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

function createCode(): string {
  const letters = [...getRandomValues(GROUPS * GROUP_LENGTH)].map((byte) => ALPHABET[byte & 31]!)
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    letters.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH).join(''),
  )
  return groups.join('-')
}

function hashCode(userId: string, code: string): string {
  return hashSecret(`${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
}
