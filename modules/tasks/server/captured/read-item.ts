import { formatDay } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import type { QuickAdd } from '#base/quick-add/types.ts'
import { fromInstant } from '#base/time.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Capture, CaptureItem } from '#modules/capture/contract.ts'
import type { TasksTables } from '../database.ts'
import { readLine } from '../quick-add/read-line.ts'

/** The line of a piece as quick add reads it, with the clock and place of its capture: "tomorrow" is the day after it was written. */
export function readItem(
  context: { db: ReadDatabase<TasksTables>; ask: CommandContext<never>['ask'] },
  { zone, locale, createdAt }: Capture,
  { text, literal }: CaptureItem,
): Promise<QuickAdd> {
  return readLine(context, { text, literal, zone, locale, writtenAt: fromInstant(createdAt) })
}

/** The day a goal is wanted by. */
export function targetOf({ dueAt, startOn }: QuickAdd, zone: string): string | null {
  return dueAt === null ? startOn : formatDay(dayAt(dueAt, zone))
}
