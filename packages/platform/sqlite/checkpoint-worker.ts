import { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'

/** Passive: it waits for nobody and nobody waits for it. */
parentPort!.on('message', (path: string) => {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA busy_timeout = 1000')
  database.exec('PRAGMA synchronous = FULL')
  database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  database.close()
  parentPort!.postMessage('done')
})
