import { planThreads, type ThreadedMessage } from './plan-threads.ts'

/** Where threads are kept: which thread an id belongs to, ids of absent messages included. */
export interface ThreadStore {
  /** The threads of those ids that were seen before. */
  threadsOf(messageIds: string[]): Promise<ReadonlyMap<string, string>>
  /** Records the threads of ids seen for the first time. */
  assign(ids: { messageId: string; threadId: string }[]): Promise<void>
  /** Moves all messages and ids of the threads `from` to the thread `into`. */
  merge(into: string, from: string[]): Promise<void>
  newThread(): string
}

/**
 * Puts messages into threads, whatever order they arrive in, and returns the thread of each. One look-up, one insert
 * and, where a missing link arrived, a merge for the whole batch.
 */
export async function joinThreads(store: ThreadStore, messages: readonly ThreadedMessage[]): Promise<string[]> {
  const ids = new Set(
    messages.flatMap(({ messageId, linked }) => (messageId === null ? linked : [messageId, ...linked])),
  )
  const known = ids.size > 0 ? await store.threadsOf([...ids]) : new Map<string, string>()
  const { threads, assign, merges } = planThreads(messages, known, () => store.newThread())

  for (const { into, from } of merges) await store.merge(into, from)
  if (assign.length > 0) await store.assign(assign)
  return threads
}

/** Puts one message into its thread and returns it. */
export async function joinThread(store: ThreadStore, message: ThreadedMessage): Promise<string> {
  const [thread] = await joinThreads(store, [message])
  if (thread === undefined) throw new Error('A batch of one has one thread')
  return thread
}
