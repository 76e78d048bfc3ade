import { formatDay } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import type { QuickAdd } from '#base/quick-add/types.ts'
import type { ItemKind, Sureness } from '../../contract.ts'
import { readLine, withoutDuty, wordsOf } from './deed.ts'
import { capitalised } from './line-text.ts'
import type { Understanding } from './reading.ts'
import { thingsToBuy } from './shopping.ts'

/** What a clause becomes: its lines, and why. */
export interface Judgement {
  kind: ItemKind
  lines: string[]
  sure: Sureness
  why: string
}

/** Says what one clause of a dump is meant as. `listed` is what stands in a list: people list what they want to do. */
export function classify(clause: string, listed: boolean, understanding: Understanding): Judgement {
  const { words, language } = understanding
  const { bare, owed } = withoutDuty(clause, understanding)
  const wished = bare.replace(words.wish, '')
  const wish = wished !== bare && wished.trim() !== ''
  const line = capitalised(wish ? wished : bare)

  const bought = thingsToBuy(line, understanding)
  if (bought) {
    const plain = bought.several || bought.things[0]!.split(' ').length <= 3
    return { kind: 'shopping', lines: bought.things, sure: plain ? 'sure' : 'likely', why: 'It is to be bought' }
  }
  const read = readLine(line, understanding)
  const one = (kind: ItemKind, sure: Sureness, why: string): Judgement => ({ kind, lines: [line], sure, why })
  if (isHabit(line, read, understanding)) return one('habit', 'likely', 'It is done again and again')
  if (wish && !isSoon(read, understanding))
    return one('goal', read.dueAt === null ? 'likely' : 'sure', 'It is wished for')
  if (wish) return one('task', 'likely', 'It is wished for, and soon')
  if (owed) return one('task', 'sure', 'It is to be done')

  const said = wordsOf(read.title)
  const asked = /\?["')\]]*$/.test(clause)
  // Where verbs come last, a last one says what is to be done: "Das Auto waschen".
  const states = words.statement.test(line) && !(words.verbLast && language.deed(said.slice(-1)))
  if (!states && !asked && language.deed(said)) return one('task', 'sure', 'It begins with what is done')
  if (!states && said.some((word) => language.event.test(word.toLowerCase())) && said.length <= 6)
    return one('task', 'likely', 'It is an appointment')
  if (!states && read.chips.length > 0) return one('task', 'likely', 'It has a date or a label')
  if (asked) return one('note', 'unsure', 'It is a question')
  if (states) return one('note', listed ? 'unsure' : 'likely', 'It says something, and asks for nothing')
  if (listed) return one('task', 'likely', 'It stands in a list')
  if (said.length > 6) return one('note', 'unsure', 'It reads like a thought')
  return one('task', 'unsure', 'It may be anything')
}

/** Some times a week, or every day at no set hour; what has an hour is an appointment that repeats. */
function isHabit(line: string, read: QuickAdd, { words, language }: Understanding): boolean {
  const timed = read.chips.some((chip) => (chip.kind === 'recurrence' || chip.kind === 'date') && chip.time !== null)
  if (wordsOf(read.title).some((word) => language.event.test(word.toLowerCase())) && timed) return false
  if (words.begin.test(line)) return true
  return words.often.test(line) && !hasClock(read)
}

/** Whether an hour was written; "every evening" has one that nobody wrote. */
function hasClock({ chips }: QuickAdd): boolean {
  return chips.some(
    (chip) => (chip.kind === 'recurrence' || chip.kind === 'date') && chip.time !== null && /\d/.test(chip.text),
  )
}

/** Two weeks: what is wished for sooner is a thing to do. */
const SOON_DAYS = 14

function isSoon({ dueAt }: QuickAdd, { now, timeZone }: Understanding): boolean {
  if (dueAt === null) return false
  return formatDay(dayAt(dueAt, timeZone)) <= formatDay(dayAt(now + SOON_DAYS * 86_400_000, timeZone))
}
