import { importChanged, undoImport, undoImportJob } from '../../contract.ts'
import { command } from '../database.ts'
import { findImport } from '../store/find-import.ts'

export default command(undoImport, async ({ db, actor, emit, enqueue, fail }, { id }) => {
  const row = await findImport(db, actor, id)
  if (!row) return fail('import-not-found')
  if (row.state === 'undone' || row.state === 'undoing') return fail('already-undone')
  if (row.state === 'running' || row.state === 'indexing') return fail('still-running')

  const job = await enqueue(undoImportJob, { importId: id }, { key: id })
  await db.updateTable('mail_import').set({ state: 'undoing', job_id: job }).where('id', '=', id).execute()
  emit(importChanged, { id })
  return { job, import: id }
})
