import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { boolean, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'

/** Where a bit of `SearchDocument.flags` stands for a state that changes often and is filtered, not matched. */
export const SearchFlag = {
  unread: 1,
  starred: 2,
  attachment: 4,
  done: 8,
  trash: 16,
  inbox: 32,
  archive: 64,
  sent: 128,
  drafts: 256,
  junk: 512,
  answered: 1024,
} as const

/**
 * A record as search keeps it. A module that wants to be found answers a system query `{ ids }` with these;
 * ids that are gone are left out.
 */
export const SearchDocument = z.object({
  id: text,
  /** The thread of a message. */
  parentId: textOrNull,
  /** Epoch milliseconds: the order of results. */
  date: z.number(),
  title: text,
  /** Who it is from, as shown in results: a name or an address. */
  people: text,
  /** Text of `from:`: names and addresses. */
  from: text,
  /** Text of `to:` and `cc:`: names and addresses. */
  to: text,
  /** Text of `filename:`. */
  files: text,
  /** All other text. */
  body: text,
  /** Exact words of keyword fields, such as `list:openbmc.lists.ozlabs.org`, `status:next`, `project:<id>`. They may change. */
  keywords: z.array(text),
  /** Names of labels, lower case. They may change. */
  labels: z.array(text),
  /** Bytes, for `larger:` and `smaller:`. */
  size: integer,
  /** A sum of `SearchFlag`. */
  flags: integer,
  /** Epoch milliseconds of `due:`. */
  due: z.number().nullable(),
  /** Who may see it: `w:<workspace>` for all members, `u:<user>` for one. */
  audience: z.array(text),
})
export type SearchDocument = z.infer<typeof SearchDocument>

/** What a system query of search documents takes and answers. `textToo: false` leaves from, to, files and body empty. */
export const searchDocumentsInput = z.strictObject({
  ids: z.array(text).max(500),
  textToo: z.boolean().default(true),
})
export const SearchDocuments = z.object({ items: z.array(SearchDocument) })

/** What a system query of bodies takes and answers: of the records of a page of hits, the texts that snippets are cut from. */
export const searchBodiesInput = z.strictObject({ ids: z.array(text).max(500) })
export const SearchBodies = z.object({ items: z.array(SearchDocument.pick({ id: true, body: true })) })

export const SearchType = z.enum(['mail', 'task', 'capture'])
export type SearchType = z.infer<typeof SearchType>

/** One hit. `snippet` marks what matched with U+0002 and U+0003 around it, as plain text. */
export const SearchHit = z
  .object({
    kind: text,
    id: text,
    parentId: z.string().nullable().describe('The thread of a message'),
    title: text,
    people: text,
    date: instant(),
    snippet: textOrNull,
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
    snippets: z.stringbool().or(boolean).default(true).describe('Whether to cut out the text around what matched'),
  }),
  output: page(SearchHit),
  errors: {
    'bad-query': {
      message: 'That search cannot be read',
      kind: 'validation',
      remedy: 'See the search guide for the operators.',
    },
  },
  http: 'GET /search',
  cli: { name: 'search', positional: ['q'] },
  agent: { pinned: true },
  example: { q: 'from:joel subject:dts -review', type: 'mail' },
})
