import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { CaptureQuestion, ReadBy } from '../contract.ts'
import type { CaptureRow, CaptureTables, ItemRow } from './database.ts'
import type { Asking, Piece } from './reading/reading.ts'

/** Stores what a capture was read as, in place of an earlier reading; answers the capture as it is then. */
export async function keepPieces(
  db: WriteDatabase<CaptureTables>,
  capture: CaptureRow,
  reading: { readBy: ReadBy; pieces: readonly Piece[]; questions: readonly Asking[] },
): Promise<CaptureRow> {
  await db.deleteFrom('capture_item').where('capture_id', '=', capture.id).execute()
  const items = reading.pieces.map((piece, position) => toRow(piece, capture.id, position))
  if (items.length > 0) await db.insertInto('capture_item').values(items).execute()
  const questions: CaptureQuestion[] = reading.questions.map(({ piece, ...asking }) => ({
    itemId: items[piece]!.id,
    ...asking,
    answer: null,
    skipped: false,
  }))
  const changes = {
    state: 'open',
    read_by: reading.readBy,
    questions: JSON.stringify(questions),
    count: items.length,
    accepted: 0,
  } as const
  await db.updateTable('capture_capture').set(changes).where('id', '=', capture.id).execute()
  return { ...capture, ...changes }
}

function toRow(piece: Piece, captureId: string, position: number): ItemRow {
  return {
    id: uuidv7(),
    capture_id: captureId,
    position,
    kind: piece.kind,
    text: piece.text,
    literal: JSON.stringify(piece.literal),
    notes: piece.notes,
    steps: JSON.stringify(piece.steps),
    source: piece.source,
    chosen: Number(piece.chosen),
    sure: piece.sure,
    why: piece.why,
    accepted_at: null,
  }
}
