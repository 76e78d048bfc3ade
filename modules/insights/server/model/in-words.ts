import type { MinuteRange } from '../estimates/nice-range.ts'
import type { ReferenceClass } from '../estimates/reference-class.ts'

/** A range as people say it, such as "usually 20-45 min (n=9)" or "usually 1:30-4:00 h (n=12)". */
export function rangeInWords({ from, to }: MinuteRange, n: number): string {
  const text = to >= 120 ? `${clock(from)}-${clock(to)} h` : from === to ? `${from} min` : `${from}-${to} min`
  return `usually ${text} (n=${n})`
}

/** What past tasks an estimate leans on, such as "9 tasks of the same title". */
export function referenceInWords({ kind, label, tasks }: ReferenceClass): string {
  if (kind === 'same-title') return `${tasks} tasks of the same title`
  if (kind === 'similar-titles') return `${tasks} tasks of similar titles`
  if (kind === 'label') return `${tasks} tasks of yours labelled ${label}`
  return `${tasks} tasks of yours`
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
