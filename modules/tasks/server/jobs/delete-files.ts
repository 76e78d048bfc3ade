import { throughFileGate } from '#kernel/blobs/file-gate.ts'
import { job } from '#kernel/handlers.ts'
import { deleteFilesJob, freeFiles } from '../attachments/internal.ts'

/** Deletes files that no task has any more, unless the same file was stored again meanwhile. */
export default job(deleteFilesJob, async ({ input, call, ports }) => {
  await throughFileGate(ports.blobs, async () => {
    const { files } = await call(freeFiles, { files: input.files })
    for (const file of files) await ports.blobs.delete(file)
  })
})
