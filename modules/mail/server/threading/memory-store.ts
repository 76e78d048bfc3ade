import type { ThreadStore } from './join-threads.ts'

/** A thread store in memory, for tests; keeps count of the calls that a database would see as statements. */
export class MemoryThreadStore implements ThreadStore {
  readonly threads = new Map<string, string>()
  /** Messages by thread, as the caller records them. */
  readonly merged = new Map<string, string>()
  statements = 0
  #next = 0

  newThread(): string {
    return `t${String(this.#next++).padStart(8, '0')}`
  }

  async threadsOf(messageIds: string[]): Promise<Map<string, string>> {
    this.statements++
    const known = messageIds.flatMap((id): [string, string][] => {
      const thread = this.threads.get(id)
      return thread === undefined ? [] : [[id, thread]]
    })
    return new Map(known)
  }

  async assign(ids: { messageId: string; threadId: string }[]): Promise<void> {
    this.statements++
    for (const { messageId, threadId } of ids) this.threads.set(messageId, threadId)
  }

  async merge(into: string, from: string[]): Promise<void> {
    this.statements++
    const gone = new Set(from)
    for (const [id, thread] of this.threads) if (gone.has(thread)) this.threads.set(id, into)
    for (const thread of from) this.merged.set(thread, into)
  }

  /** Where a thread went after all merges. */
  current(thread: string): string {
    let at = thread
    for (let next = this.merged.get(at); next !== undefined; next = this.merged.get(at)) at = next
    return at
  }
}
