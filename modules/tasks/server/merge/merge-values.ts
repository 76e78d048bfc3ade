import { stableJson } from '#base/stable-json.ts'
import type { TaskValues } from '../../contract.ts'
import { mergeLabels } from './merge-labels.ts'
import { mergeTexts } from './merge-text.ts'

export type Field = Exclude<keyof TaskValues, 'trashed'>

/** A change that was made while the task may have changed elsewhere. */
export interface EarlierChange {
  wanted: TaskValues
  /** What its fields said when it was made, as far as that is known. */
  base: TaskValues
  madeAt: number
  /** What is there holds where both changed a field, whichever came later. */
  yields?: boolean | undefined
}

/** Values that another change took the place of, and when they were written. */
export interface Lost {
  values: TaskValues
  madeAt: number
}

/** What no text of notes may be longer than. */
const LONGEST_NOTES = 100_000

/** Fields that mean something only together are decided together. */
export const GROUPS: readonly (readonly Field[])[] = [
  ['title'],
  ['notes'],
  ['status'],
  ['priority'],
  ['startOn'],
  ['dueAt'],
  ['deadlineOn'],
  ['estimateMin', 'estimateMax'],
  ['spentMinutes'],
  ['energy'],
  ['projectId'],
  ['labels'],
  ['ownerId'],
  ['assignees'],
  ['kind'],
]

/**
 * Lays a change over what a task says now, field by field. What nobody else changed is written; labels and lines of
 * notes of both stay; of two that changed one field the later one holds, and what the other said is among `lost`.
 */
export function mergeValues(
  now: TaskValues,
  editedAt: (fields: readonly Field[]) => number,
  change: EarlierChange,
): { patch: TaskValues; lost: Lost[] } {
  const patch: TaskValues = {}
  const lost: Lost[] = []
  for (const fields of GROUPS) {
    const said = fields.filter((field) => change.wanted[field] !== undefined)
    if (said.length === 0) continue
    const current = pick(now, fields)
    const base = fields.every((field) => change.base[field] !== undefined) ? pick(change.base, fields) : null
    const wanted = { ...(base ?? current), ...pick(change.wanted, said) }
    if (same(wanted, current) || (base && same(wanted, base))) continue
    const time = editedAt(fields)
    const both = base && keepBoth(now, change, time)(fields[0]!)
    if (base && same(base, current)) Object.assign(patch, wanted)
    else if (both) Object.assign(patch, both)
    else if (change.madeAt >= time && !change.yields) {
      Object.assign(patch, wanted)
      lost.push({ values: current, madeAt: time })
    } else lost.push({ values: wanted, madeAt: change.madeAt })
  }
  return { patch, lost }
}

/** Fields in which two changes need not exclude each other. */
const keepBoth =
  (now: TaskValues, { base, wanted, madeAt, yields }: EarlierChange, time: number) =>
  (field: Field): TaskValues | null => {
    if (field === 'labels') return { labels: mergeLabels(base.labels!, wanted.labels!, now.labels!).slice(0, 50) }
    if (field !== 'notes') return null
    const [earlier, later] = madeAt < time ? [wanted.notes!, now.notes!] : [now.notes!, wanted.notes!]
    const notes = mergeTexts(base.notes!, earlier, later, yields)
    return notes === null || notes.length > LONGEST_NOTES ? null : { notes }
  }

function pick(values: TaskValues, fields: readonly Field[]): TaskValues {
  return Object.fromEntries(fields.map((field) => [field, values[field]]))
}

const same = (one: TaskValues, other: TaskValues): boolean => stableJson(one) === stableJson(other)
