import { toInstant } from '#base/time.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { describeRecords } from '#kernel/builtin/contract.ts'
import { describeUsers } from '../../../identity/contract.ts'
import type { ActivityEntry } from '../../contract.ts'
import type { ActivityTables } from '../database.ts'
import { definitions } from '../sources.ts'
import type { EntryRow } from './read-entries.ts'

/** Rows as the API shows them, with the names and titles of now: one question a kind. */
export async function toEntries(
  { ask }: Pick<QueryContext<ActivityTables>, 'ask'>,
  rows: EntryRow[],
): Promise<ActivityEntry[]> {
  const titles = new Map<string, string>()
  for (const [kind, group] of Map.groupBy(rows, (row) => row.kind)) {
    const ids = [...new Set(group.map((row) => row.record_id))]
    const answer = await ask(describeRecords, { kind, ids })
    if (answer instanceof Failure) continue
    for (const { id, title } of answer.items) titles.set(`${kind} ${id}`, title)
  }
  const names = await namesOf(ask, rows.map(actorOf))
  return rows.map((row) => {
    const definition = definitions.get(row.action)
    const actorId = actorOf(row)
    return {
      id: row.event_id,
      at: toInstant(row.at),
      action: row.action,
      summary: definition?.summary ?? row.action,
      actor: { id: actorId, name: names.get(actorId) ?? null },
      record: { kind: row.kind, id: row.record_id, title: titles.get(`${row.kind} ${row.record_id}`) ?? null },
      count: row.amount,
      onlyYou: definition?.audience === 'person',
    }
  })
}

/** Work in the background is told of the person for whom it is done. */
function actorOf({ actor_id, person_id }: EntryRow): string {
  return actor_id.startsWith('system:') && person_id !== '' ? person_id : actor_id
}

async function namesOf(
  ask: QueryContext<ActivityTables>['ask'],
  actorIds: string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actorIds)].filter((id) => !id.startsWith('system:'))
  if (ids.length === 0) return new Map()
  const answer = await ask(describeUsers, { ids })
  return answer instanceof Failure ? new Map() : new Map(answer.items.map(({ id, title }) => [id, title]))
}
