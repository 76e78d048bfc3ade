import type { Actor } from '#kernel/actor.ts'
import type { EndpointContext } from '#kernel/context.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { readProvable } from '../internal-factors.ts'
import { CONFIRMED_MILLISECONDS } from './lifetimes.ts'

/** Whether somebody has to prove again who they are before a change that a thief of an open browser would make first. */
export async function mustConfirm(db: ReadDatabase<IdentityTables>, actor: Actor, now: number): Promise<boolean> {
  return withoutAccount(actor, now) ?? canProve(db, actor.id)
}

/** The same, asked from outside a transaction. */
export async function mustConfirmFirst({
  actor,
  now,
  callAsSystem,
}: Pick<EndpointContext, 'actor' | 'now' | 'callAsSystem'>): Promise<boolean> {
  return withoutAccount(actor, now()) ?? (await callAsSystem(readProvable, { userId: actor.id })).provable
}

/** Whether there is anything that the person could be asked for: an owner who came by link has nothing yet. */
export async function canProve(db: ReadDatabase<IdentityTables>, userId: string): Promise<boolean> {
  const user = await db.selectFrom('identity_user').select('password_hash').where('id', '=', userId).executeTakeFirst()
  if (user?.password_hash) return true
  const passkey = await db.selectFrom('identity_passkey').select('id').where('user_id', '=', userId).executeTakeFirst()
  return passkey !== undefined
}

/** Until when a proof counts, in epoch milliseconds; null when it does not any more. */
export function confirmedUntil({ authenticatedAt }: Actor, now: number): number | null {
  const until = (authenticatedAt ?? 0) + CONFIRMED_MILLISECONDS
  return until > now ? until : null
}

/**
 * What follows from the caller alone; null where it depends on the account. A token can prove nothing, and whoever
 * acts in another's place never changes how that person signs in.
 */
function withoutAccount(actor: Actor, now: number): boolean | null {
  if (actor.scopes !== null || actor.impersonatorId) return true
  // The command line on this machine: its secret lies in the data folder, beside everything there is to protect.
  if (!actor.sessionId) return false
  return confirmedUntil(actor, now) === null ? null : false
}
