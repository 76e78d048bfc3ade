import { query } from '../database.ts'
import { readImport } from '../internal.ts'
import { findImport } from '../store/find-import.ts'

export default query(readImport, async ({ db, actor, fail }, { id }) => {
  const row = await findImport(db, actor, id)
  if (!row) return fail('import-not-found')
  const { upload_id, name, state, resume_at, seen, stored, duplicates, failures, failed } = row
  return {
    uploadId: upload_id,
    name,
    state,
    resumeAt: resume_at,
    seen,
    stored,
    duplicates,
    failures,
    failed: JSON.parse(failed),
  }
})
