import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import { getUpload } from '#kernel/builtin/contract.ts'
import { importChanged, importJob, importMail } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'

export default command(importMail, async ({ db, actor, ask, emit, enqueue, fail, now }, { uploadId, label }) => {
  const upload = await ask(getUpload, { id: uploadId })
  if (upload instanceof Failure) return fail('upload-not-found')

  const id = uuidv7()
  const job = await enqueue(importJob, { importId: id }, { key: id })
  await db
    .insertInto('mail_import')
    .values({
      id,
      owner_id: ownerOf(actor),
      name: upload.name,
      upload_id: uploadId,
      label: label ?? null,
      state: 'running',
      resume_at: 0,
      seen: 0,
      stored: 0,
      duplicates: 0,
      failures: 0,
      failed: '[]',
      indexed: 0,
      bytes_done: 0,
      bytes_total: upload.size,
      job_id: job,
      problem: null,
      created_at: now(),
      finished_at: null,
    })
    .execute()
  emit(importChanged, { id })
  return { job, import: id }
})
