import { importChanged, undoImport, undoImportJob } from '../../contract.ts'
import { command } from '../database.ts'
import { findImport } from '../store/find-import.ts'
import { isRunning } from '../store/is-running.ts'

export default command(undoImport, async ({ db, actor, ask, emit, enqueue, fail }, { id }) => {
  const row = await findImport(db, actor, id)
  if (!row) return fail('import-not-found')
  if (row.state === 'undone') return fail('already-undone')
  if (await isRunning({ ask }, row)) return fail('still-running')

  // An undo that was cancelled half-way is begun again; one that runs is answered as it is, by its key.
  const job = await enqueue(undoImportJob, { importId: id }, { key: id })
  await db
    .updateTable('mail_import')
    .set({ state: 'undoing', job_id: job, finished_at: null })
    .where('id', '=', id)
    .execute()
  emit(importChanged, { id })
  return { job, import: id }
})
