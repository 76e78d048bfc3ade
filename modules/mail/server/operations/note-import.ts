import { importChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { noteImport } from '../internal.ts'
import { findImport } from '../store/find-import.ts'

const UNDONE = new Set(['undoing', 'undone'])
const ENDED = new Set(['done', 'failed', 'stopped', 'undone'])

export default command(noteImport, async ({ db, actor, emit, fail, now }, { id, state, indexed, problem }) => {
  const row = await findImport(db, actor, id)
  if (!row) return fail('import-not-found')
  // An undo that has begun is not stopped by what the import still has to say.
  if (state && UNDONE.has(row.state) && !UNDONE.has(state)) return fail('already-undone')
  await db
    .updateTable('mail_import')
    .set({
      ...(state && { state, finished_at: ENDED.has(state) ? now() : null }),
      ...(indexed !== undefined && { indexed }),
      ...(problem ? { problem: JSON.stringify(problem) } : state === 'running' && { problem: null }),
    })
    .where('id', '=', id)
    .execute()
  if (state && state !== row.state) emit(importChanged, { id })
  return {}
})
