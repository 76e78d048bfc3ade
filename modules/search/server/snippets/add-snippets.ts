import type { Query } from '#base/query/types.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import type { SearchHit } from '../../contract.ts'
import type { SearchTables } from '../database.ts'
import { sources } from '../sources.ts'
import { cutSnippet } from './cut-snippet.ts'
import { MatchFinder } from './match-finder.ts'
import { wantedTerms } from './wanted-terms.ts'

/** Cuts out of each hit's text what matched. Only the page is asked for, and each kind once. */
export async function addSnippets(
  hits: SearchHit[],
  query: Query,
  ask: QueryContext<SearchTables>['ask'],
): Promise<SearchHit[]> {
  const finder = new MatchFinder(wantedTerms(query))
  const snippets = new Map<string, string>()
  for (const { kind, bodies } of sources) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    const answer = await ask(bodies, { ids })
    if (answer instanceof Failure) continue
    for (const { id, body } of answer.items) snippets.set(`${kind} ${id}`, cutSnippet(body, finder))
  }
  return hits.map((hit) => ({ ...hit, snippet: snippets.get(`${hit.kind} ${hit.id}`) || null }))
}
