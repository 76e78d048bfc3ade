import { dayLength, toDay } from '../query/calendar.ts'

/** What an example prints: local times in New York as instants, and whether it says that more follow. */
export interface Printed {
  instants: number[]
  goesOn: boolean
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const OFFSET = { EDT: 4, EST: 5 } as const
const HOUR = 3_600_000

/** Reads the lines of an example such as `(1997 9:00 AM EDT) September 2,4,6...30;October 2`. */
export function readPrinted(lines: readonly string[]): Printed {
  return { instants: lines.flatMap(readLine), goesOn: lines.at(-1)!.endsWith('...') }
}

function readLine(line: string): number[] {
  const [, head = '', zone = 'EST', text = ''] = /^\((.*) (E[DS]T)\) ?(.*)$/.exec(line) ?? []
  const offset = OFFSET[zone as keyof typeof OFFSET] * HOUR
  const [, month, day, year] = /^(\w+) (\d+), (\d{4})$/.exec(head) ?? []
  if (month === undefined) return datesOf(text, Number(head.slice(0, 4))).map((date) => date + 9 * HOUR + offset)
  const start = toDay(Number(year), MONTHS.indexOf(month) + 1, Number(day))! * dayLength
  return numbersOf(text.replaceAll(';', ','), toTime).map((time) => start + time + offset)
}

/** `September 2-11;October 1,3,5...9` as midnights. */
function datesOf(text: string, year: number): number[] {
  return text
    .split(';')
    .filter((part) => /\w/.test(part))
    .flatMap((part) => {
      const [, month = '', days = ''] = /^\s*([A-Z][a-z]+)\s+(.*)$/.exec(part) ?? []
      return numbersOf(days, Number).map((day) => toDay(year, MONTHS.indexOf(month) + 1, day)! * dayLength)
    })
}

/** A list in which `2-5` is each and `2,4...10` goes on in the same step. Dots at the end say nothing here. */
function numbersOf(text: string, read: (word: string) => number): number[] {
  const found: number[] = []
  let fills = false
  for (const word of text.replaceAll('...', ',*,').split(/[,\s]+/)) {
    if (word === '') continue
    if (word === '*') {
      fills = true
      continue
    }
    const [from, until] = word.includes('-') ? word.split('-').map(Number) : [read(word), read(word)]
    const step = fills ? found.at(-1)! - found.at(-2)! : 1
    if (fills) for (let value = found.at(-1)! + step; value < from!; value += step) found.push(value)
    for (let value = from!; value <= until!; value++) found.push(value)
    fills = false
  }
  return found
}

function toTime(word: string): number {
  const [hours, minutes] = word.split(':').map(Number)
  return hours! * HOUR + minutes! * 60_000
}
