import type { QueryNode, Words } from '#base/query/types.ts'
import { contains } from './contains.ts'
import type { Builder, Condition } from './to-condition.ts'

/** Longer notes are not in `tasks_task_words`: what has them is looked at by itself. */
const BRIEF = 400

/**
 * Where a filter asks for words: what a task must at least meet to be let pass, as `tasks_task_words` can tell without a
 * row. What it says of title and notes together may be too much, never too little. Null where no words are asked for.
 */
export function mayHold(terms: readonly QueryNode[]): ((eb: Builder) => Condition) | null {
  const asked = terms.map(wordsOf).filter((words) => words !== null)
  if (asked.length === 0) return null
  return (eb) => {
    const text = briefText(eb)
    // Every pattern reads the text anew, and the longest alone leaves few.
    return eb.or([eb(text, 'is', null), contains(eb, text, longestOf(asked))])
  }
}

function wordsOf(node: QueryNode): string | null {
  if (node.kind === 'text') return textOf(node)
  if (node.kind !== 'field' || node.value.kind !== 'text') return null
  return node.name === 'title' || node.name === 'notes' ? textOf(node.value) : null
}

const textOf = ({ words }: Words) => words.join(' ')
const longestOf = (texts: string[]) => texts.reduce((one, other) => (other.length > one.length ? other : one))

/** The column of the index, in its words. */
function briefText(eb: Builder) {
  return eb
    .case()
    .when(eb.fn<number>('length', ['notes']), '<=', eb.lit(BRIEF))
    .then(eb('title', '||', eb.ref('notes')))
    .end()
}
