import { kindMark } from '../index/marks.ts'
import { sources } from '../sources.ts'
import { audienceExpression, type Audience } from './audience.ts'
import { documentCounts } from './document-counts.ts'
import { joined, type Expression } from './expression.ts'
import { mark } from './full-text.ts'
import type { Plan } from './plan-query.ts'
import type { Database } from './selection.ts'

/** Below this share of documents that are the person's to see, the index leaves out the others itself. */
const MOSTLY_OURS = 0.8

/** What the index must match: the search, and where that is quicker whom the documents are for. */
export async function indexExpression(
  db: Database,
  { text, without }: Plan,
  audience: Audience,
  kind: string | null,
): Promise<Expression> {
  const { all, theirs } = await documentCounts(db, audience)
  const isMostlyTheirs = theirs < MOSTLY_OURS * all
  const ofKind = isMostlyTheirs ? audienceExpression(audience, kind) : kind === null ? null : mark(kindMark(kind))
  // The index knows no negation that stands alone: everything of any kind stands before it.
  const wanted =
    joined(
      'and',
      [ofKind, text ?? null].filter((part) => part !== null),
    ) ?? anyKind
  return without === undefined ? wanted : { kind: 'but', wanted, unwanted: without }
}

const anyKind: Expression = { kind: 'or', operands: sources.map((source) => mark(kindMark(source.kind))!) }
