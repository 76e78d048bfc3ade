import type { CommandContext } from '#kernel/context.ts'
import { scrubErased } from '#kernel/erasure/contract.ts'
import { ownerOf } from '../policy.ts'

const HOUR_MILLISECONDS = 60 * 60_000

/**
 * Has the bytes of what is erased now overwritten within the hour: once for all that a person erases until then, since it writes
 * the search index anew. What is erased while it runs is the next hour's.
 */
export async function scrubLater({
  actor,
  enqueue,
  now,
}: Pick<CommandContext<unknown>, 'actor' | 'enqueue' | 'now'>): Promise<void> {
  const hour = Math.floor(now() / HOUR_MILLISECONDS) + 1
  const runAt = hour * HOUR_MILLISECONDS
  await enqueue(scrubErased, { module: 'mail', all: false }, { key: `mail ${ownerOf(actor)} ${hour}`, runAt })
}
