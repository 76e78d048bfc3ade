import { importChanged, importJob, resumeImport } from '../../contract.ts'
import { command } from '../database.ts'
import { findImport } from '../store/find-import.ts'
import { isRunning } from '../store/is-running.ts'

const ENDED = new Set(['done', 'undoing', 'undone'])

export default command(resumeImport, async ({ db, actor, ask, emit, enqueue, fail }, { id }) => {
  const row = await findImport(db, actor, id)
  if (!row) return fail('import-not-found')
  if (ENDED.has(row.state) || (await isRunning({ ask }, row))) return fail('already-finished')

  const job = await enqueue(importJob, { importId: id }, { key: id })
  await db
    .updateTable('mail_import')
    .set({ state: 'running', job_id: job, problem: null, finished_at: null })
    .where('id', '=', id)
    .execute()
  emit(importChanged, { id })
  return { job, import: id }
})
