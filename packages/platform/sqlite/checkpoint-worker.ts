import { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'

/** Pages that may be left for the writer to copy: a few milliseconds. */
const LEFT_OVER = 256
const ROUNDS = 4

/** Passive: it waits for nobody and nobody waits for it. What was written meanwhile is copied too, until little is left. */
parentPort!.on('message', (path: string) => {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA busy_timeout = 1000')
  database.exec('PRAGMA synchronous = FULL')
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  for (let round = 0; round < ROUNDS; round++) {
    checkpoint.get()
    const { log, checkpointed } = checkpoint.get() as { log: number; checkpointed: number }
    if (log - checkpointed < LEFT_OVER) break
  }
  database.close()
  parentPort!.postMessage('done')
})
