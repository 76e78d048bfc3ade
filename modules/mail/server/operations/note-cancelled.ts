import { importChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { noteCancelled } from '../internal.ts'

export default command(noteCancelled, async ({ db, emit, now }, { jobId }) => {
  // A job that had begun notes its end itself, and an undo goes on to its end.
  const rows = await db
    .updateTable('mail_import')
    .set({ state: 'stopped', finished_at: now() })
    .where('job_id', '=', jobId)
    .where('state', '=', 'running')
    .returning('id')
    .execute()
  for (const { id } of rows) emit(importChanged, { id })
  return {}
})
