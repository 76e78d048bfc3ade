import type { FlagChange } from '../sync/remote-store.ts'
import { addMessage } from './add-message.ts'
import { arrive, leave } from './apply-history.ts'
import { boxOf, boxOfPath, type Box } from './boxes.ts'
import { changeLabels, deleteMessages, trashMessages } from './change-labels.ts'
import type { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { changeIndex, type GmailIndex } from './gmail-index.ts'
import { GmailLabels } from './gmail-labels.ts'
import { changeOfFlags, keptLabels } from './label-names.ts'

/** Changes of an account that are carried to Gmail: what a server of mail calls flags and mailboxes are labels there. */
export class GmailChanges {
  readonly #client: GmailClient
  readonly #index: GmailIndex
  readonly #labels: GmailLabels

  constructor(client: GmailClient, index: GmailIndex) {
    this.#client = client
    this.#index = index
    this.#labels = new GmailLabels(client)
  }

  async storeFlags(uids: readonly number[], change: FlagChange): Promise<void> {
    await changeLabels(this.#client, await this.#idsOf(uids), changeOfFlags(change))
  }

  async storeLabels(uids: readonly number[], change: { add: string[]; remove: string[] }): Promise<void> {
    const add = await this.#labels.idsOf(change.add, { make: true })
    const remove = await this.#labels.idsOf(change.remove, { make: false })
    await changeLabels(this.#client, await this.#idsOf(uids), { add, remove })
  }

  async move(uids: readonly number[], to: string): Promise<Map<number, number>> {
    const box = boxOfPath(to) ?? 'all'
    const ids = await this.#idsOf(uids)
    if (box === 'trash') await trashMessages(this.#client, ids)
    else if (box === 'junk') await changeLabels(this.#client, ids, { add: ['SPAM'], remove: ['TRASH', 'INBOX'] })
    else await changeLabels(this.#client, ids, { add: await this.#labels.ofPath(to), remove: ['TRASH', 'SPAM'] })
    return this.#moved(uids, box, await this.#labels.ofPath(to))
  }

  /** A copy at Gmail is a label more on the same message. */
  async copy(uids: readonly number[], to: string): Promise<Map<number, number>> {
    const add = await this.#labels.ofPath(to)
    await changeLabels(this.#client, await this.#idsOf(uids), { add, remove: [] })
    return new Map()
  }

  async append(path: string, source: Uint8Array, flags: readonly string[]): Promise<{ uid: number | null }> {
    const { add } = changeOfFlags({ add: [...flags], remove: flags.includes('\\Seen') ? [] : ['\\Seen'] })
    const draft = flags.includes('\\Draft') ? ['DRAFT'] : []
    const labels = [...new Set([...add, ...draft, ...(await this.#labels.ofPath(path))])]
    const remoteId = await addMessage(this.#client, source, labels)
    const uid = await changeIndex(this.#index, async (state) => {
      const [known] = await this.#index.find({ remoteIds: [remoteId], live: true })
      if (known) return { answer: known.uid }
      const entry = arrive(state, { remoteId, box: boxOf(labels), labels: keptLabels(labels), historyId: null })
      return { state, entries: [entry], answer: entry.uid }
    })
    return { uid }
  }

  async expunge(uids: readonly number[]): Promise<void> {
    const live = await this.#index.find({ uids: [...uids], live: true })
    await deleteMessages(
      this.#client,
      live.map(({ remoteId }) => remoteId),
    )
    await changeIndex(this.#index, async (state) => {
      const entries = await this.#index.find({ uids: [...uids], live: true })
      state.version += 1
      return { state, entries: entries.map((entry) => leave(state, entry)), answer: undefined }
    })
  }

  async createMailbox(path: string): Promise<void> {
    await this.#labels.idsOf([path], { make: true })
  }

  /** Marks as moved what was moved, so that its new number is known at once. */
  async #moved(uids: readonly number[], box: Box, add: readonly string[]): Promise<Map<number, number>> {
    const removed = box === 'all' ? ['TRASH', 'SPAM'] : ['INBOX', 'TRASH', 'SPAM']
    const added = box === 'all' ? add : box === 'trash' ? ['TRASH'] : ['SPAM']
    return changeIndex(this.#index, async (state) => {
      const entries = (await this.#index.find({ uids: [...uids], live: true })).filter((entry) => entry.box !== box)
      state.version += 1
      const answer = new Map<number, number>()
      const changed = entries.flatMap((entry) => {
        const kept = entry.labels?.filter((label) => !removed.includes(label))
        const labels = kept ? keptLabels([...kept, ...added]) : null
        const there = arrive(state, { ...entry, box, labels })
        answer.set(entry.uid, there.uid)
        return [leave(state, entry), there]
      })
      return { state, entries: changed, answer }
    })
  }

  /** What is gone cannot be changed: whoever asks knows less than the index, and is told so. */
  async #idsOf(uids: readonly number[]): Promise<string[]> {
    const entries = await this.#index.find({ uids: [...uids], live: true })
    if (entries.length < new Set(uids).size) throw new GmailError(404, 'notFound', 'A message is gone from Gmail')
    return entries.map(({ remoteId }) => remoteId)
  }
}
