import type { QueryContext } from '#kernel/context.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import type { ChampsFacets, TaskChamps } from '../../contract.ts'
import type { TaskRow } from '../database.ts'
import { noFacets } from './store.ts'
import { suggestChamps } from './suggest.ts'

/** The facets of a task as the API shows them. Whoever wants no prompts is suggested nothing. */
export async function toChamps(
  { setting }: Pick<QueryContext<unknown>, 'setting'>,
  task: TaskRow,
  facets: ChampsFacets,
): Promise<TaskChamps> {
  const suggests = await setting(gamesAndPrompts)
  return { id: task.id, facets, suggested: suggests ? suggestChamps(task) : noFacets() }
}
