import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { workspaceErased } from '../../../identity/contract.ts'
import { projection, type ActivityTables } from '../database.ts'
import { definitions, events, kindOf } from '../sources.ts'
import { Run } from './run.ts'
import { tally } from './tally.ts'

/** Keeps the feed: one entry an event, and one for all that follow in a long run of the same. */
export const projectEvents = projection({
  name: 'activity',
  events,
  batch: 200,
  async handle({ db, workspaceId }, events) {
    const erased = events.findLastIndex(({ type }) => type === workspaceErased.name)
    if (erased >= 0) await forget(db, workspaceId)
    const batch = events.slice(erased + 1)
    const runs = new Map<string, Run>()
    for (const event of batch) {
      const key = `${event.personId ?? ''} ${event.actorId} ${event.type}`
      let run = runs.get(key)
      if (!run) runs.set(key, (run = await Run.open(db, event)))
      run.take(event, kindOf(definitions.get(event.type)!))
    }
    for (const run of runs.values()) await run.save(db)
    await tally(db, workspaceId, batch)
  },
  async reset({ db }) {
    await db.deleteFrom('activity_entry').execute()
    await db.deleteFrom('activity_tally').execute()
  },
})

/** The feed of a workspace that is gone for good, and what it counted for in the statistics. */
async function forget(db: WriteDatabase<ActivityTables>, workspaceId: string): Promise<void> {
  await db.deleteFrom('activity_entry').execute()
  await db.deleteFrom('activity_tally').where('workspace_id', '=', workspaceId).execute()
}
