import { job } from '#kernel/handlers.ts'
import { deleteFilesJob, freeFiles } from '../internal.ts'
import { throughFileGate } from '../store/file-gate.ts'

/** Deletes files of erased messages, unless the same mail was stored again meanwhile. */
export default job(deleteFilesJob, async ({ input, call, ports }) => {
  await throughFileGate(ports.blobs, async () => {
    const { files } = await call(freeFiles, { files: input.files })
    for (const hash of files) await ports.blobs.delete(hash)
  })
})
