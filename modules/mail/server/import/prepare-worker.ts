import { prepareMessage } from './prepare-message.ts'
import type { PreparedMessage } from './prepared-message.ts'

/** Sources of a batch in one buffer, which moves to the thread. */
export interface PrepareTask {
  bytes: ArrayBuffer
  parts: { start: number; end: number; receivedAt: number | null }[]
}

/** The body of the import's threads: parses, hashes and compresses a batch. */
export default function prepareBatch({ bytes, parts }: PrepareTask): PreparedMessage[] {
  return parts.map(({ start, end, receivedAt }) =>
    prepareMessage(new Uint8Array(bytes, start, end - start), receivedAt),
  )
}
