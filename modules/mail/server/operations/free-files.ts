import { command } from '../database.ts'
import { freeFiles } from '../internal.ts'

export default command(freeFiles, async ({ releaseBlob }, { files }) => {
  const free: string[] = []
  // Of a message that is erased: whoever stored the file again holds it for another.
  for (const hash of files) if (await releaseBlob(hash, { kind: 'mail.message', id: 'erased' })) free.push(hash)
  return { files: free }
})
