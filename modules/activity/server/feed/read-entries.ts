import { hasAccess, personOf, type Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ActivityTables } from '../database.ts'
import { actionsFor } from '../sources.ts'

/** The entries that an actor may see, the newest first. */
export function selectEntries(db: ReadDatabase<ActivityTables>, actor: Actor) {
  const shared = [...actionsFor('workspace'), ...(hasAccess(actor, 'admin') ? actionsFor('admin') : [])]
  return db
    .selectFrom('activity_entry')
    .select(['position', 'event_id', 'at', 'actor_id', 'person_id', 'action', 'kind', 'record_id', 'amount'])
    .where((e) =>
      e.or([
        e('action', 'in', shared),
        e.and([e('action', 'in', actionsFor('person')), e('person_id', '=', personOf(actor))]),
      ]),
    )
    .orderBy('position', 'desc')
}

export type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]
