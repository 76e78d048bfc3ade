import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { instant, page, pageInput } from '#contract/schema.ts'

export const SearchType = z.enum(['mail', 'task'])

/** One hit. `snippet` marks what matched with U+0002 and U+0003 around it, as plain text. */
export const SearchHit = z
  .object({
    kind: z.string(),
    id: z.string(),
    parentId: z.string().nullable().describe('The thread of a message'),
    title: z.string(),
    people: z.string(),
    date: instant(),
    snippet: z.string().nullable(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

export const find = defineQuery({
  name: 'search.find',
  summary: 'Find mail and tasks, newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    q: z.string().max(1000),
    type: SearchType.optional(),
    snippets: z.stringbool().or(z.boolean()).default(true),
  }),
  output: page(SearchHit),
  errors: {
    'bad-query': { message: 'That search cannot be read', kind: 'validation', remedy: 'See the search guide for the operators.' },
  },
  http: 'GET /search',
  cli: { name: 'search', positional: ['q'] },
  example: { q: 'from:joel subject:dts -review', type: 'mail' },
})
