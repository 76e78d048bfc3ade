import { freeFiles } from '../attachments/internal.ts'
import { holderOf } from '../attachments/store.ts'
import { command } from '../database.ts'

export default command(freeFiles, async ({ releaseBlob }, { files }) => {
  const free: string[] = []
  // Of no record that there is: whoever stored the file again holds it for another.
  for (const file of files) if (await releaseBlob(file, holderOf('gone'))) free.push(file)
  return { files: free }
})
