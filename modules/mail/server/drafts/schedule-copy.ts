import type { CommandContext } from '#kernel/context.ts'
import { copyDraftJob } from './copies.ts'
import type { DraftRow } from './tables.ts'

/** How long a draft rests before its server gets it: while somebody writes, each copy would be old at once. */
const PAUSE_MILLISECONDS = 5000

/** When a draft has rested long enough to be copied. */
export const restedAt = ({ updated_at }: Pick<DraftRow, 'updated_at'>) => Number(updated_at) + PAUSE_MILLISECONDS

/**
 * Has a draft copied to its server after a pause. Runs are numbered: each ends by counting up in the transaction in which
 * it was decided what it does, so that a change after that has a run of its own.
 */
export async function scheduleCopy(
  { enqueue }: Pick<CommandContext<unknown>, 'enqueue'>,
  row: Pick<DraftRow, 'id' | 'copy_run' | 'updated_at'>,
): Promise<void> {
  const run = Number(row.copy_run)
  await enqueue(copyDraftJob, { id: row.id, run }, { key: `${row.id} ${run}`, runAt: restedAt(row) })
}
