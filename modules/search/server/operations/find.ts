import { parseQuery } from '#base/query/parse-query.ts'
import type { QueryError } from '#base/query/query-error.ts'
import { toInstant } from '#base/time.ts'
import { Failure } from '#kernel/failure.ts'
import type { FailureExtra } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { find, type SearchHit } from '../../contract.ts'
import { searchFields } from '../../fields.ts'
import { query } from '../database.ts'
import { isDear } from '../plan/is-dear.ts'
import { kindOf } from '../plan/field-clause.ts'
import { planQuery, type Plan } from '../plan/plan-query.ts'
import { projectsNamed } from '../plan/projects-named.ts'
import { selectDocuments } from '../plan/select-documents.ts'
import type { FoundRow } from '../plan/selection.ts'
import { addSnippets } from '../snippets/add-snippets.ts'

export default query(find, async ({ db, actor, ask, fail, now, onThread }, { q, type, cursor, limit, snippets }) => {
  const parsed = parseQuery(q, { fields: searchFields, now: now(), timeZone: localZone() })
  if (!parsed.ok) return fail('bad-query', faultOf(parsed.error))
  const after = readCursor(cursor, ['number'])
  if (after instanceof Failure) return after

  const plan = planQuery(parsed.query, await projectsNamed(parsed.query, ask))
  if (!plan || (after && !startAfter(plan, after[0] as number))) return { items: [], next: null }
  if (isDear(plan, parsed.query)) onThread()
  const rows = await selectDocuments(db, { plan, actor, kind: type ? kindOf(type) : null, limit: limit + 1 })
  const page = toPage(rows, limit, toHit, ({ document }) => [document])
  return snippets ? { ...page, items: await addSnippets(page.items, parsed.query, ask) } : page
})

/** Days begin where this machine is, until people have a time zone of their own. Asked late: it loads megabytes of ICU. */
let zone: string | undefined
const localZone = () => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Where in the text, also for programs; the web app marks the place. */
function faultOf({ message, position, length, suggestion }: QueryError): FailureExtra {
  const place = { pointer: '/q', message, position, length }
  return {
    detail: `${message} (at ${position + 1})`,
    errors: [suggestion === undefined ? place : { ...place, suggestion }],
  }
}

/** Goes on below (or above) the last document of the page before; false where nothing is left. */
function startAfter(plan: Plan, document: number): boolean {
  if (!Number.isSafeInteger(document)) return false
  if (plan.oldestFirst) plan.low = Math.max(plan.low, document + 1)
  else plan.high = Math.min(plan.high, document - 1)
  return plan.low <= plan.high
}

function toHit(row: FoundRow): SearchHit {
  return {
    kind: row.kind,
    id: row.record_id,
    parentId: row.parent_id,
    title: row.title,
    people: row.people,
    date: toInstant(row.date_at),
    snippet: null,
  }
}
