import { dayInWords } from '#ui/format.ts'

/** Entries under the day they happened on, in the order they come in. */
export function byDay<Entry extends { at: string }>(entries: readonly Entry[], now = new Date()): [string, Entry[]][] {
  return [...Map.groupBy(entries, ({ at }) => dayInWords(at, now))]
}
