import type { JobContext } from '#kernel/context.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'
import type { PrepareTask } from '../import/prepare-worker.ts'

/** From this size on a source is read on a thread, as the parsing would hold up others. */
const ON_THREAD_BYTES = 256 * 1024

/** Reads a source that was made here, as an import reads one. */
export async function prepareSource(
  { ports }: Pick<JobContext<unknown>, 'ports'>,
  source: Uint8Array,
): Promise<PreparedMessage> {
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
