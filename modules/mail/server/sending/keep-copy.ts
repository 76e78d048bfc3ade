import type { JobContext } from '#kernel/context.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'
import type { PrepareTask } from '../import/prepare-worker.ts'
import { keepSent } from './internal.ts'

/** From this size on a source is read on a thread, as the parsing would hold up others. */
const ON_THREAD_BYTES = 256 * 1024

/** Stores the copy of a sent message among its person's mail: listed, found by search, and in its thread at once. */
export async function keepCopy({ call, ports }: JobContext<unknown>, id: string, blob: string): Promise<void> {
  const source = await ports.blobs.get(blob)
  if (!source) throw new Error(`The source of the outgoing message ${id} is gone`)
  const message = await prepare({ ports }, source)
  // A large source is the very file that it was sent from.
  await call(keepSent, { id, message: { ...message, large: null }, blob: message.large ? blob : null })
}

async function prepare({ ports }: Pick<JobContext<unknown>, 'ports'>, source: Uint8Array): Promise<PreparedMessage> {
  if (source.byteLength < ON_THREAD_BYTES) {
    const { prepareMessage } = await import('../import/prepare-message.ts')
    return prepareMessage(source, null)
  }
  const script = new URL('../import/prepare-worker.ts', import.meta.url)
  const pool = ports.workers.pool<PrepareTask, PreparedMessage[]>(script, { size: 1, niceness: 0 })
  try {
    const bytes = new Uint8Array(source)
    const parts = [{ start: 0, end: bytes.byteLength, receivedAt: null }]
    return (await pool.run({ bytes: bytes.buffer, parts }, [bytes.buffer]))[0]!
  } finally {
    await pool.close()
  }
}
