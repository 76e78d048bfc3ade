import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listOutlines } from '../../../tasks/contract.ts'

type Ask = QueryContext<unknown>['ask']

/** What a task is called and how it is labelled. */
export interface Outline {
  id: string
  title: string
  labels: string[]
}

const AT_ONCE = 200

/** Tasks by their ids; those that are gone, or lie in the trash, are left out. */
export async function outlinesOf(ask: Ask, ids: Iterable<string | null>): Promise<Map<string, Outline>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const outlines = new Map<string, Outline>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const answer = await ask(listOutlines, { ids: wanted.slice(from, from + AT_ONCE) })
    // Who may not read tasks still has their own sessions.
    if (answer instanceof Failure) return outlines
    for (const outline of answer.items) outlines.set(outline.id, outline)
  }
  return outlines
}

/** The title of a task; null where there is none. */
export async function titleOf(ask: Ask, id: string | null): Promise<string | null> {
  return id === null ? null : ((await outlinesOf(ask, [id])).get(id)?.title ?? null)
}

/** Whether a task may be named: none at all, or one that is there. */
export async function mayName(ask: Ask, id: string | null | undefined): Promise<boolean> {
  return id === null || id === undefined || (await outlinesOf(ask, [id])).has(id)
}
