import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { QueryContext } from '#kernel/context.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import type { Capture, CaptureEntry, CaptureItem, CaptureQuestion } from '../contract.ts'
import type { CaptureRow, CaptureTables, ItemRow } from './database.ts'
import { itemsOf } from './find-capture.ts'
import { habitOf } from './reading/habit-of.ts'

type Showing = Pick<QueryContext<CaptureTables>, 'db' | 'setting'>

/** A row of captures with its pieces, as the API shows it. */
export async function toCapture(context: Showing, row: CaptureRow): Promise<Capture> {
  return withItems(context, row, await itemsOf(context.db, row.id))
}

/** The same with pieces that were read already. Whoever wants no prompts is asked nothing. */
export async function withItems(
  { setting }: Pick<Showing, 'setting'>,
  row: CaptureRow,
  items: readonly ItemRow[],
): Promise<Capture> {
  const asks = await setting(gamesAndPrompts)
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    way: row.way,
    origin: row.origin,
    state: row.state,
    readBy: row.read_by,
    zone: row.zone,
    locale: row.locale,
    questions: asks ? (JSON.parse(row.questions) as CaptureQuestion[]) : [],
    items: items.map((item) => toItem(item, row)),
    createdAt: toInstant(row.created_at),
    deletedAt: toInstantOrNull(row.deleted_at),
  }
}

/** A row of captures in a list. */
export function toEntry(row: CaptureRow): CaptureEntry {
  return {
    id: row.id,
    title: row.title,
    way: row.way,
    origin: row.origin,
    state: row.state,
    readBy: row.read_by,
    createdAt: toInstant(row.created_at),
    deletedAt: toInstantOrNull(row.deleted_at),
    count: row.count,
    accepted: row.accepted,
  }
}

/** A row of pieces as the API shows it. */
export function toItem(row: ItemRow, capture: CaptureRow): CaptureItem {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    literal: JSON.parse(row.literal) as string[],
    notes: row.notes,
    steps: JSON.parse(row.steps) as string[],
    source: row.source,
    chosen: row.chosen === 1,
    sure: row.sure,
    why: row.why,
    habit: row.kind === 'habit' ? habitOf(row.text, { ...capture, writtenAt: capture.created_at }) : null,
    accepted: row.accepted_at !== null,
  }
}
