import { formatDay } from '../query/calendar.ts'
import { dayAt } from '../query/zoned-time.ts'
import { dueOf } from './due-of.ts'
import { literalSpans } from './literal-spans.ts'
import { mask } from './mask.ts'
import { readDate, type DateChip } from './read-date.ts'
import { readEstimate } from './read-estimate.ts'
import { readMarks } from './read-marks.ts'
import { readRecurrence } from './read-recurrence.ts'
import { titleOf } from './title-of.ts'
import type { Chip, QuickAdd, QuickAddOptions } from './types.ts'

/** Reads one line as a task. What becomes a chip leaves the title; all else stays, in its order. */
export function parseQuickAdd(text: string, options: QuickAddOptions): QuickAdd {
  const literal = literalSpans(text, options.literal ?? [])
  const marks = readMarks(mask(text, literal), options.projects ?? [], options.people ?? [])
  const words = readWords(text, [...literal, ...marks], options)
  // A line of nothing but a date is a title: "Wednesday" is a series.
  const chips = titleOf(text, [...marks, ...words]) === '' ? marks : [...marks, ...words]
  return toQuickAdd(
    text,
    chips.toSorted((a, b) => a.start - b.start),
    options,
  )
}

/** Dates, repetitions and estimates: what stands last is read first, since that leaves the next one last. */
function readWords(text: string, taken: { start: number; end: number }[], options: QuickAddOptions): Chip[] {
  const chips: Chip[] = []
  for (;;) {
    // The one letter that grows when it is made small: every place behind it would be wrong.
    const masked = mask(text, [...taken, ...chips]).replaceAll('İ', 'I')
    const chip = nextWords(masked, chips, options)
    if (!chip) return chips
    chips.push({ ...chip, text: text.slice(chip.start, chip.end) })
  }
}

function nextWords(masked: string, chips: readonly Chip[], options: QuickAddOptions): Chip | null {
  const has = (kind: Chip['kind']) => chips.some((chip) => chip.kind === kind)
  const dates = chips.filter((chip): chip is DateChip => chip.kind === 'date')
  return (
    (has('recurrence') ? null : readRecurrence(masked, options.language)) ??
    (has('estimate') ? null : readEstimate(masked, options.language)) ??
    readDate(masked, dates, options)
  )
}

function toQuickAdd(text: string, chips: Chip[], options: QuickAddOptions): QuickAdd {
  const one = <Kind extends Chip['kind']>(kind: Kind) =>
    chips.find((chip): chip is Extract<Chip, { kind: Kind }> => chip.kind === kind)
  const all = <Kind extends Chip['kind']>(kind: Kind) =>
    chips.filter((chip): chip is Extract<Chip, { kind: Kind }> => chip.kind === kind)
  const recurrence = one('recurrence') ?? null
  const start = all('date').find(({ on, date }) => on === 'start' && date !== null)
  const due = all('date').filter(({ on }) => on === 'due')
  return {
    title: titleOf(text, chips),
    chips,
    startOn: start?.date ?? null,
    dueAt: dueOf(due, recurrence, start?.date ?? formatDay(dayAt(options.now, options.timeZone)), options),
    priority: one('priority')?.priority ?? null,
    labels: unique(all('label').map(({ label }) => label)),
    projectId: one('project')?.id ?? null,
    personIds: [...new Set(all('person').map(({ id }) => id))],
    estimateMinutes: one('estimate')?.minutes ?? null,
    recurrence: recurrence?.rule ?? null,
  }
}

/** Each label once, as it was written first. */
function unique(labels: readonly string[]): string[] {
  const folded = labels.map((label) => label.toLowerCase())
  return labels.filter((_, index) => folded.indexOf(folded[index]!) === index)
}
