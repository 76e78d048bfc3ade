import type { CommandContext } from '#kernel/context.ts'
import { scrubErased } from '#kernel/erasure/contract.ts'

const HOUR_MILLISECONDS = 60 * 60_000

/**
 * Has the bytes of what is erased now overwritten within the hour: once for all that is erased until then, as it writes
 * the search index anew. What is erased while it runs is the next hour's.
 */
export async function scrubLater({ enqueue, now }: Pick<CommandContext<unknown>, 'enqueue' | 'now'>): Promise<void> {
  const hour = Math.floor(now() / HOUR_MILLISECONDS) + 1
  await enqueue(scrubErased, { module: 'mail', all: false }, { key: `mail ${hour}`, runAt: hour * HOUR_MILLISECONDS })
}
