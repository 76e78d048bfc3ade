import { commonFailure, Failure, FailureError } from '#kernel/failure.ts'
import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { JobPaused } from '#kernel/jobs/job-ends.ts'
import { importJob } from '../../contract.ts'
import { ArchiveError } from '../archive/archive-error.ts'
import { readArchive } from '../archive/read-archive.ts'
import { ImportPipeline } from '../import/import-pipeline.ts'
import { noteImport, READ_TO_THE_END, readImport } from '../internal.ts'

/** Reads an archive into the store. Where it was stopped, by whatever, it goes on after the last batch that was stored. */
export default job(importJob, async (context) => {
  const { input, call, ask, delivered, signal, progress } = context
  const id = input.importId
  const start = await ask(readImport, { id })
  try {
    await call(noteImport, { id, state: 'running' })
    if (start.resumeAt < READ_TO_THE_END) await readAll(context, start)
    const { stored } = await ask(readImport, { id })
    await call(noteImport, { id, state: 'indexing' })
    await delivered((left) => {
      progress(Math.max(0, stored - left), stored, 'indexed')
    })
    signal.throwIfAborted()
    progress(stored, stored, 'indexed')
    await call(noteImport, { id, state: 'done', indexed: stored })
  } catch (cause) {
    if (codeOf(cause) === 'already-undone') return null
    await noteEnd(context, cause)
    throw cause
  }
  await context.ports.uploads.delete(start.uploadId)
  const { seen, stored, duplicates, failed } = await ask(readImport, { id })
  return { seen, stored, duplicates, failed }
})

async function readAll(
  context: JobContext<{ importId: string }>,
  start: { uploadId: string; name: string; resumeAt: number; seen: number },
): Promise<void> {
  const upload = context.ports.uploads.open(start.uploadId)
  await using pipeline = new ImportPipeline(context, context.input.importId, start, () => upload.bytesRead())
  try {
    for await (const item of readArchive(upload, { name: start.name, skip: start.resumeAt })) {
      context.signal.throwIfAborted()
      await pipeline.add(item)
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError(new Failure('upload-not-found', UPLOAD_GONE), { cause })
    if (!(cause instanceof ArchiveError)) throw cause
    if (pipeline.seen === 0)
      throw new FailureError(new Failure(cause.code, { message: cause.message, kind: 'validation' }), { cause })
    // Whole messages before the damage are kept; the damage is a reason on the import.
    pipeline.addFailure(cause.code, cause.message)
  }
  await pipeline.finish()
}

/** A cancelled import can be resumed; a failed one says why; a paused one goes on by itself. */
async function noteEnd({ input, call, signal }: JobContext<{ importId: string }>, cause: unknown): Promise<void> {
  const id = input.importId
  if (signal.aborted) {
    if (!(signal.reason instanceof JobPaused)) await call(noteImport, { id, state: 'stopped' })
    return
  }
  const failure = cause instanceof FailureError ? cause.failure : commonFailure('internal')
  await call(noteImport, { id, state: 'failed', problem: { code: failure.code, detail: failure.detail } })
}

const UPLOAD_GONE = {
  message: 'The uploaded file is gone',
  kind: 'not-found',
  remedy: 'Upload it again: what is stored already is not stored twice.',
} as const

function codeOf(cause: unknown): string | null {
  return cause instanceof FailureError ? cause.failure.code : null
}
