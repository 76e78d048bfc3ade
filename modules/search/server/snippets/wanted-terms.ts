import type { Query, Words } from '#base/query/types.ts'
import { walkQuery } from '#base/query/walk-query.ts'
import { foldWords } from './fold-words.ts'

/** Words that stand next to each other in the text; the last may go on. */
export interface Term {
  words: string[]
  prefix: boolean
}

/** What a search wants to see in a text: its words that are not excluded and not of another field. */
export function wantedTerms({ where }: Query): Term[] {
  const terms: Term[] = []
  walkQuery(where, (node, negated) => {
    if (negated) return
    if (node.kind === 'text') terms.push(toTerm(node))
    if (node.kind === 'field' && node.name === 'body' && node.value.kind === 'text') terms.push(toTerm(node.value))
  })
  return terms.filter(({ words }) => words.length > 0)
}

function toTerm({ words, prefix }: Words): Term {
  return { words: Array.from(foldWords(words.join(' ')), ({ folded }) => folded), prefix }
}
