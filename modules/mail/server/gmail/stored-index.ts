import type { ActingFor } from '#kernel/context.ts'
import type { Box } from './boxes.ts'
import type { EntryFilter, GmailEntry, GmailIndex, GmailState } from './gmail-index.ts'
import { countGmail, findGmail, keepGmail, pruneGmail, readGmail } from './internal.ts'

/** The index of an account in the store of mail, read and kept by operations. */
export class StoredIndex implements GmailIndex {
  readonly #acting: ActingFor
  readonly #connectionId: string

  constructor(acting: ActingFor, connectionId: string) {
    this.#acting = acting
    this.#connectionId = connectionId
  }

  async state(): Promise<GmailState | null> {
    return (await this.#acting.ask(readGmail, { connectionId: this.#connectionId })).state
  }

  async find(filter: EntryFilter): Promise<GmailEntry[]> {
    return (await this.#acting.ask(findGmail, { connectionId: this.#connectionId, filter })).entries
  }

  async count(box: Box, walk: number): Promise<number> {
    return (await this.#acting.ask(countGmail, { connectionId: this.#connectionId, box, walk })).count
  }

  async keep(state: GmailState, entries: readonly GmailEntry[]): Promise<boolean> {
    const input = { connectionId: this.#connectionId, state, entries: [...entries] }
    return (await this.#acting.call(keepGmail, input)).kept
  }

  async prune(box: Box, version: number): Promise<void> {
    await this.#acting.call(pruneGmail, { connectionId: this.#connectionId, box, version })
  }
}
