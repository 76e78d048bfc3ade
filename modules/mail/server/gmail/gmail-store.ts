import { setTimeout as sleep } from 'node:timers/promises'
import type { gmail_v1 } from '@googleapis/gmail'
import type {
  FlagChange,
  RemoteChanges,
  RemoteCursor,
  RemoteFeatures,
  RemoteFlags,
  RemoteMailbox,
  RemoteMessage,
  RemoteOverview,
  RemoteState,
  RemoteStore,
  RemoteWindow,
} from '../sync/remote-store.ts'
import { readProfile } from './begin-index.ts'
import { BOXES, boxOfPath, pathOf, roleOf, type Box } from './boxes.ts'
import { fetchEntries, type Fetched } from './fetch-entries.ts'
import { follow } from './follow.ts'
import { AT_ONCE } from './get-messages.ts'
import type { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { GmailChanges } from './gmail-changes.ts'
import { pagesOf, type GmailIndex, type GmailState } from './gmail-index.ts'
import { keptLabels, toNames } from './label-names.ts'
import { KeptLooks } from './kept-looks.ts'
import { UNITS } from './quota-costs.ts'
import type { QuotaStatus } from './quota-governor.ts'
import { readLabels } from './read-labels.ts'
import { toRemoteId } from './remote-id.ts'
import { flagsOf, messageIdOf, toRemoteMessage } from './to-remote.ts'
import { beginWalk, queryOf, walkOn } from './walk.ts'

export interface GmailStoreOptions {
  client: GmailClient
  index: GmailIndex
  quota?: () => QuotaStatus
  now?: () => number
  /** Milliseconds between two looks for news; each costs two units. */
  pollMilliseconds?: number
}

const POLL_MILLISECONDS = 15_000
/** What was looked at so short a time ago is not looked at again to open a mailbox. */
const FRESH_MILLISECONDS = 3000
/** How often it is looked whether labels were renamed, where nothing else happens. */
const NAMES_MILLISECONDS = 5 * 60_000

/**
 * An account by Gmail's API. Gmail knows messages by ids of 64 bits and says what changed by labels; the index beside
 * the mail gives each a number in its mailbox and keeps its labels, so that what changed since any state is read from it.
 */
export class GmailStore implements RemoteStore {
  readonly features: RemoteFeatures = { qresync: true, condstore: true, idle: true, move: true, labels: true }
  readonly #client: GmailClient
  readonly #index: GmailIndex
  readonly #changes: GmailChanges
  readonly #options: GmailStoreOptions
  #opened: Box | null = null
  readonly #looked = new KeptLooks()
  #usable = true
  #followedAt = -Infinity
  #namedAt = -Infinity

  constructor(options: GmailStoreOptions) {
    this.#client = options.client
    this.#index = options.index
    this.#changes = new GmailChanges(options.client, options.index)
    this.#options = options
  }

  get usable(): boolean {
    return this.#usable
  }

  async listMailboxes(): Promise<RemoteMailbox[]> {
    return this.#carefully(async () => {
      const state = await this.#follow()
      const mailbox = async (box: Box): Promise<RemoteMailbox> => ({
        path: pathOf(box),
        delimiter: '/',
        role: roleOf(box),
        subscribed: true,
        state: await this.#stateOf(state, box),
      })
      return Promise.all(BOXES.map(mailbox))
    })
  }

  async open(path: string): Promise<RemoteState> {
    const box = boxOfPath(path)
    if (box === null) throw new GmailError(404, 'notFound', 'Gmail has no such mailbox')
    return this.#carefully(async () => {
      const isFresh = this.#now() - this.#followedAt < FRESH_MILLISECONDS
      const state = isFresh ? await this.#state() : await this.#follow()
      this.#opened = box
      if (!isFresh) this.#looked.clear()
      return this.#stateOf(state, box)
    })
  }

  async changes({ highestModseq, from, to }: RemoteCursor): Promise<RemoteChanges> {
    const box = this.#box()
    const { names } = await this.#state()
    const since = highestModseq === null ? null : Number(highestModseq)
    // What all have seen that was gone by the last time is needed no more.
    if (since !== null) await this.#index.prune(box, since)
    const filter = since === null ? { box, live: true } : { box, after: since }
    const flags: RemoteFlags[] = []
    const vanished: number[] = []
    for await (const page of pagesOf(this.#index, { ...filter, from, below: to + 1 })) {
      for (const entry of page) {
        if (entry.gone) vanished.push(entry.uid)
        else if (entry.labels !== null || since === null) flags.push(flagsOf(entry, names))
      }
    }
    return { flags, vanished: since === null ? null : vanished }
  }

  async listUids({ since, below, from, most }: RemoteWindow = {}): Promise<number[]> {
    const box = this.#box()
    if (from !== undefined) return this.#uids({ box, from, ...(below !== undefined && { below }) })
    return this.#carefully(async () => {
      await beginWalk(this.#index, box, queryOf(since))
      const { walks } = await this.#state()
      const filter = { box, walk: walks[box].number, ...(below !== undefined && { below }) }
      for (;;) {
        if (most !== undefined) {
          const newest = await this.#index.find({ ...filter, live: true, newestFirst: true, limit: most })
          if (newest.length >= most) return newest.map(({ uid }) => uid).sort((one, other) => one - other)
        }
        if (await walkOn(this.#client, this.#index, box)) break
      }
      return this.#uids(filter)
    })
  }

  async *overview(uids: readonly number[]): AsyncIterable<RemoteOverview> {
    const { names } = await this.#state()
    for (const part of parts(uids)) {
      const entries = await this.#index.find({ uids: part, live: true })
      const unknown = entries.filter(({ labels }) => labels === null).map(({ uid }) => uid)
      for (const entry of entries.filter(({ labels }) => labels !== null))
        yield { ...flagsOf(entry, names), size: 0, messageId: null, remoteId: toRemoteId(entry.remoteId) }
      for (const fetched of await this.#fetch(unknown)) {
        this.#looked.keep(fetched)
        const { source, remoteId } = toRemoteMessage(fetched, names)
        if (source === null) continue
        const messageId = messageIdOf(source)
        yield { ...flagsOf(fetched.entry, names), size: source.length, messageId, remoteId }
      }
    }
  }

  async *fetch(uids: readonly number[]): AsyncIterable<RemoteMessage> {
    // The newest first: they are what a person waits for.
    const ordered = [...uids].sort((one, other) => other - one)
    for (const part of parts(ordered)) {
      const kept = this.#looked.take(part)
      const left = part.filter((uid) => !kept.some(({ entry }) => entry.uid === uid))
      const fetched = [...kept, ...(await this.#fetch(left))]
      const names = await this.#namesFor(fetched)
      for (const each of fetched) yield toRemoteMessage(each, names)
    }
  }

  async storeFlags(uids: readonly number[], change: FlagChange): Promise<void> {
    await this.#carefully(() => this.#changes.storeFlags(uids, change))
  }

  async storeLabels(uids: readonly number[], change: FlagChange): Promise<void> {
    await this.#carefully(() => this.#changes.storeLabels(uids, change))
  }

  move(uids: readonly number[], to: string): Promise<Map<number, number>> {
    return this.#carefully(() => this.#changes.move(uids, to))
  }

  copy(uids: readonly number[], to: string): Promise<Map<number, number>> {
    return this.#carefully(() => this.#changes.copy(uids, to))
  }

  append(path: string, source: Uint8Array, { flags }: { flags: string[] }): Promise<{ uid: number | null }> {
    return this.#carefully(() => this.#changes.append(path, source, flags))
  }

  async expunge(uids: readonly number[]): Promise<void> {
    await this.#carefully(() => this.#changes.expunge(uids))
  }

  async createMailbox(path: string): Promise<void> {
    if (boxOfPath(path) === null) await this.#carefully(() => this.#changes.createMailbox(path))
  }

  async idle(path: string, signal: AbortSignal): Promise<'news' | 'stopped'> {
    void path
    const every = this.#options.pollMilliseconds ?? POLL_MILLISECONDS
    while (!signal.aborted) {
      const isStopped = await sleep(every, false, { signal }).catch(() => true)
      if (isStopped) break
      if (!this.#usable) throw new GmailError(0, 'closed', 'The connection was closed')
      if (await this.#carefully(() => this.#hasNews())) return 'news'
    }
    return 'stopped'
  }

  async ping(): Promise<void> {
    await this.#carefully(() => readProfile(this.#client))
  }

  async close(): Promise<void> {
    this.#usable = false
  }

  /** What cannot be reached, or lets nobody in, is of no more use; what Gmail refuses otherwise is that call's own. */
  async #carefully<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (cause) {
      const isOver = !(cause instanceof GmailError) || cause.isTrouble || cause.isRateLimit || cause.status === 401
      if (isOver) this.#usable = false
      throw cause
    }
  }

  async #follow(): Promise<GmailState> {
    const quota = this.#options.quota?.()
    const now = this.#now()
    const names = now - this.#namedAt >= NAMES_MILLISECONDS
    await follow(this.#client, this.#index, { now, names, ...(quota && { quota }) })
    this.#followedAt = now
    if (names) this.#namedAt = now
    return this.#state()
  }

  async #hasNews(): Promise<boolean> {
    const { historyId } = await this.#state()
    const query = { startHistoryId: historyId, maxResults: 1, fields: 'history/id,nextPageToken' }
    try {
      const page = await this.#client.call<gmail_v1.Schema$ListHistoryResponse>('history', {
        units: UNITS.listHistory,
        query,
      })
      return (page.history ?? []).length > 0 || Boolean(page.nextPageToken)
    } catch (cause) {
      if (cause instanceof GmailError && cause.status === 404) return true
      throw cause
    }
  }

  async #fetch(uids: readonly number[]): Promise<Fetched[]> {
    if (uids.length === 0) return []
    try {
      return await this.#carefully(() => fetchEntries(this.#client, this.#index, uids))
    } catch (cause) {
      // Refused for all messages: none of them is at fault.
      if (cause instanceof GmailError && cause.status === 403) this.#usable = false
      throw cause
    }
  }

  /** Names of the labels that messages bear; read anew where one is not known yet. */
  async #namesFor(fetched: readonly Fetched[]): Promise<Record<string, string>> {
    const { names } = await this.#state()
    const borne = fetched.flatMap(({ entry }) => keptLabels(entry.labels ?? []))
    const unknown = borne.some((id) => toNames([id], names).length === 0 && !['UNREAD', 'SPAM', 'TRASH'].includes(id))
    return unknown ? readLabels(this.#client) : names
  }

  async #stateOf(state: GmailState, box: Box): Promise<RemoteState> {
    const { number, done, total, next, version } = state.walks[box]
    const counted = await this.#index.count(box, number)
    return {
      uidValidity: Math.floor(state.createdAt / 1000),
      uidNext: next,
      exists: done ? counted : Math.max(counted, total),
      highestModseq: String(version),
    }
  }

  async #uids(filter: Parameters<typeof pagesOf>[1]): Promise<number[]> {
    const uids: number[] = []
    for await (const page of pagesOf(this.#index, { ...filter, live: true })) uids.push(...page.map(({ uid }) => uid))
    return uids
  }

  async #state(): Promise<GmailState> {
    const state = await this.#index.state()
    if (!state) throw new Error('The index of the account was not begun')
    return state
  }

  #box(): Box {
    if (this.#opened === null) throw new Error('No mailbox is open')
    return this.#opened
  }

  #now(): number {
    return (this.#options.now ?? Date.now)()
  }
}

function* parts(uids: readonly number[]): Generator<number[]> {
  for (let at = 0; at < uids.length; at += AT_ONCE) yield uids.slice(at, at + AT_ONCE)
}
