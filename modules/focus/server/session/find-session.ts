import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { FocusTables, SessionRow, StretchRow } from '../database.ts'

/** A session with its stretches in their order. */
export interface WholeSession {
  session: SessionRow
  stretches: StretchRow[]
}

/** A session of a person. */
export async function findSession(
  db: ReadDatabase<FocusTables>,
  personId: string,
  id: string,
): Promise<WholeSession | undefined> {
  const session = await db
    .selectFrom('focus_session')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return session && { session, stretches: await stretchesOf(db, [id]) }
}

/** The session that a person is in. */
export async function runningSession(
  db: ReadDatabase<FocusTables>,
  personId: string,
): Promise<WholeSession | undefined> {
  const session = await db
    .selectFrom('focus_session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return session && { session, stretches: await stretchesOf(db, [session.id]) }
}

/** Stretches of sessions, each session's in its order. */
export function stretchesOf(db: ReadDatabase<FocusTables>, ids: readonly string[]): Promise<StretchRow[]> {
  return db
    .selectFrom('focus_stretch')
    .selectAll()
    .where('session_id', 'in', ids)
    .orderBy('session_id')
    .orderBy('n')
    .execute()
}
