import type { JobContext } from '#kernel/context.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { eraseDrafts } from './internal.ts'

/** Records erased a transaction: small enough that nobody waits long. */
const BATCH = 40

/** Erases what a person wrote and has not sent, or everybody of a workspace, with the files of it. */
export async function eraseAllDrafts(
  { call, ports, signal }: Pick<JobContext<unknown>, 'call' | 'ports' | 'signal'>,
  everybody: boolean,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const erased = await throughFileGate(ports.blobs, async () => {
      const answer = await call(eraseDrafts, { everybody, limit: BATCH }, { bulk: true })
      for (const hash of answer.blobs) await ports.blobs.delete(hash)
      return answer.erased
    })
    if (erased === 0) return
  }
}
