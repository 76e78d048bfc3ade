// A process of the lock's tests: takes the folder, says so, and holds it until it is killed.
import { acquireFolderLock } from './folder-lock.ts'
import { writeServerFile } from './server-file.ts'

const [folder, url] = process.argv.slice(2)
const lock = await acquireFolderLock(folder!)
if (lock !== 'held' && url) await writeServerFile(folder!, { url, token: 't' })
process.stdout.write(lock === 'held' ? 'held\n' : 'taken\n')
setInterval(() => lock, 1000)
