import { addMonths, formatDay } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import { readLine } from './deed.ts'
import { kindOptions } from './kind-options.ts'
import type { Asking, Piece, Understanding } from './reading.ts'

/** People answer two questions; a third is one too many. */
const MOST = 2

/** What is worth asking: first what a piece is where nothing tells, then by when a goal is wanted. */
export function askQuestions(pieces: readonly Piece[], understanding: Understanding): Asking[] {
  const unsure = pieces.flatMap((piece, index) =>
    piece.sure === 'unsure' && piece.chosen ? [kindOf(piece, index)] : [],
  )
  const goals = pieces.flatMap((piece, index) =>
    piece.kind === 'goal' && readLine(piece.text, understanding).dueAt === null
      ? [dateOf(piece, index, understanding)]
      : [],
  )
  return [...unsure, ...goals].slice(0, MOST)
}

function kindOf({ text }: Piece, piece: number): Asking {
  return {
    piece,
    about: 'kind',
    text: `What is “${text}”?`,
    options: [...kindOptions],
  }
}

function dateOf({ text }: Piece, piece: number, { now, timeZone }: Understanding): Asking {
  const today = dayAt(now, timeZone)
  const inMonths = (months: number) => formatDay(addMonths(today, months) ?? today)
  return {
    piece,
    about: 'date',
    text: `By when do you want “${text}”?`,
    options: [
      { value: inMonths(1), label: 'In a month' },
      { value: inMonths(3), label: 'In three months' },
      { value: inMonths(12), label: 'In a year' },
      { value: `${formatDay(today).slice(0, 4)}-12-31`, label: 'By the end of the year' },
    ],
  }
}
