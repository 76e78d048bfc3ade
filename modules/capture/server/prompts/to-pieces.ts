import type { Plan } from '../../contract.ts'
import { lineOf } from '../reading/line-text.ts'
import type { Piece } from '../reading/reading.ts'

/** The items of a plan as pieces to look through. Titles are somebody else's words: nothing in them is a date or a project. */
export function toPieces({ items, source }: Plan): Piece[] {
  return items.map(({ title, kind, notes, due, minutes, priority, labels, steps }) => {
    const words = lineOf(title)
    const marks = [
      due,
      ...labels.map((label) => (/\s/.test(label) ? `#"${label}"` : `#${label}`)),
      priority > 0 && `!${priority}`,
      minutes !== null && `${minutes}m`,
    ].filter((mark) => mark !== null && mark !== false)
    return {
      kind,
      text: [words, ...marks].join(' '),
      literal: [words],
      notes: [notes, source && `From ${source}`].filter(Boolean).join('\n\n'),
      steps,
      source: words,
      chosen: true,
      sure: 'sure',
      why: 'It stands in the answer',
    }
  })
}
