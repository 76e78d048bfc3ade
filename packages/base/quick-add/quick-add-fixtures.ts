import { readFileSync } from 'node:fs'
import * as chronoGerman from 'chrono-node/de'
import * as chronoEnglish from 'chrono-node/en'
import * as chronoFrench from 'chrono-node/fr'
import { toInstant } from '../time.ts'
import { wallClock } from '../query/zoned-time.ts'
import type { Language } from './language.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import type { Chip, QuickAdd, QuickAddOptions } from './types.ts'

/** The languages as tests read them. */
export const languages: Record<string, Language> = {
  'en-US': english(chronoEnglish, { monthFirst: true }),
  'en-GB': english(chronoEnglish, { monthFirst: false }),
  'de-DE': german(chronoGerman),
  'fr-FR': french(chronoFrench),
}

/** A Wednesday in Berlin, half past ten. */
export const WEDNESDAY: Omit<QuickAddOptions, 'language'> = {
  now: Date.parse('2026-11-18T09:30:00Z'),
  timeZone: 'Europe/Berlin',
  projects: [
    { id: 'website', name: 'Website relaunch' },
    { id: 'home', name: 'Home' },
  ],
  people: [{ id: 'ada', name: 'Ada Lovelace' }],
}

/** The lines of a file in `lines/`. */
export function readLines(name: string): string[] {
  return readFileSync(new URL(`lines/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}

/** What a line became, as the files write it: the title, then what else was understood. */
export function written(read: QuickAdd): string {
  const { title, chips, startOn, dueAt, recurrence, estimateMinutes } = read
  const says = [
    dueAt === null ? null : `due ${writtenDue(dueAt)}`,
    startOn === null ? null : `from ${startOn}`,
    recurrence,
    ...chips.map(writtenMark),
    estimateMinutes === null ? null : `${estimateMinutes}m`,
  ]
  return [title, ...says.filter((part) => part !== null).toSorted()].join(' | ')
}

/** The same, of an expectation whose parts stand in any order. */
export function inOrder(expected: string): string {
  const [title, ...says] = expected.split(' | ')
  return [title, ...says.toSorted()].join(' | ')
}

function writtenMark(chip: Chip): string | null {
  if (chip.kind === 'label') return `#${chip.label}`
  if (chip.kind === 'project') return `+${chip.name}`
  if (chip.kind === 'person') return `@${chip.name}`
  return chip.kind === 'priority' ? `!${chip.priority}` : null
}

/** A day alone ends with its last minute, which is not written. */
function writtenDue(dueAt: number): string {
  const shown = toInstant(wallClock(dueAt, WEDNESDAY.timeZone)).slice(0, 16)
  return shown.endsWith('23:59') ? shown.slice(0, 10) : shown.replace('T', ' ')
}
