import type { MailboxRow } from '../database.ts'
import { adoptMessages, applyChanges, emptyMailbox, knownUids, noteMailbox } from './internal.ts'
import { pullMessages } from './pull-messages.ts'
import type { RemoteChanges, RemoteFlags, RemoteOverview, RemoteState } from './remote-store.ts'
import type { SyncRun } from './sync-run.ts'

/** Changes a transaction. */
const STEP = 200
const OVERVIEW_STEP = 500

/** The sync of one mailbox: what changed, what is new, and the walk back to its oldest mail. */
export class MailboxSync {
  readonly #run: SyncRun
  row: MailboxRow
  hasFailed = false

  constructor(run: SyncRun, row: MailboxRow) {
    this.#run = run
    this.row = row
  }

  /** Whether everything within the window is here. */
  get isWalked(): boolean {
    const { row } = this
    return row.uid_validity !== 0 && row.oldest_uid <= 1 && row.window === this.#window
  }

  get #window(): string {
    return JSON.stringify(this.#run.account.window)
  }

  /** Takes over what happened since the last time. `listed` is what the list of mailboxes said, where it did. */
  async changes(listed: RemoteState | null): Promise<void> {
    const { row } = this
    if (listed && this.#isAsKnown(listed)) return
    const state = await this.open()
    if (row.uid_validity !== 0 && row.uid_validity !== state.uidValidity) await this.#beginAnew()
    if (this.row.uid_validity === 0) return this.#begin(state)

    const fresh = await this.#run.store.listUids({ from: this.row.uid_next, below: state.uidNext })
    const { flags, vanished } = await this.#changed(state, fresh.length)
    await this.#apply(flags, vanished)
    if (fresh.length > 0) await this.pull(fresh, 'oldest-first')
    await this.#note({
      uidNext: Math.max(state.uidNext, this.row.uid_next),
      exists: state.exists,
      highestModseq: state.highestModseq,
      ...(this.isWalked && { state: 'synced', problem: null, synced: true }),
    })
  }

  /** Fetches older mail, newest first, so many at most; what was begun goes on where it stood. */
  async walk(most: number): Promise<void> {
    const { context, store } = this.#run
    if (this.row.window !== this.#window) await this.#note({ window: this.#window, oldestUid: this.row.uid_next })
    await this.open()
    const below = this.row.oldest_uid
    const known = new Set((await context.ask(knownUids, { mailboxId: this.row.id, from: 1, below })).uids)
    if (this.#run.orphans > 0) {
      // Out of the window too: what was here before the mailbox was numbered anew stays.
      const adopted = await this.adopt((await store.listUids({ below })).filter((uid) => !known.has(uid)))
      for (const uid of adopted) known.add(uid)
    }
    // One more than is wanted tells whether there are more.
    const uids = (await this.#inWindow(below, most + known.size + 1)).filter((uid) => !known.has(uid))
    const part = uids.slice(-most)
    if (uids.length > 0 && this.row.state !== 'syncing') await this.#note({ state: 'syncing' })
    await this.pull(part, 'newest-first')
    if (part.length < uids.length) await this.#note({ oldestUid: part[0]! })
    else await this.#note({ oldestUid: 1, state: 'synced', problem: null, synced: true })
  }

  async open(): Promise<RemoteState> {
    return this.#run.store.open(this.row.path, { readOnly: true })
  }

  /** Fetches messages and stores them. */
  async pull(uids: readonly number[], order: 'oldest-first' | 'newest-first'): Promise<void> {
    if (uids.length === 0) return
    const adopted = order === 'oldest-first' && this.#run.orphans > 0 ? await this.adopt(uids) : new Set<number>()
    await pullMessages(
      this.#run,
      this,
      uids.filter((uid) => !adopted.has(uid)),
      order,
    )
  }

  /** Knows messages again that were moved here, or numbered anew, without fetching them. */
  async adopt(uids: readonly number[]): Promise<Set<number>> {
    const { context, store, since } = this.#run
    const adopted = new Set<number>()
    let items: RemoteOverview[] = []
    const send = async () => {
      if (items.length === 0) return
      const batch = { mailboxId: this.row.id, uidValidity: this.row.uid_validity, since, items }
      items = []
      for (const uid of (await context.call(adoptMessages, batch, { bulk: true })).adopted) adopted.add(uid)
    }
    for await (const item of store.overview(uids)) {
      items.push(item)
      if (items.length >= OVERVIEW_STEP) await send()
    }
    await send()
    this.#run.orphans -= adopted.size
    return adopted
  }

  #isAsKnown(state: RemoteState): boolean {
    const { row } = this
    return (
      row.uid_validity === state.uidValidity &&
      row.uid_next === state.uidNext &&
      row.exists_count === state.exists &&
      row.stored_count <= state.exists &&
      // Without it only a look at every flag tells.
      (state.highestModseq !== null ? row.highest_modseq === state.highestModseq : state.exists === 0) &&
      row.state !== 'failing'
    )
  }

  /** The first meeting: everything from here on is new, everything before is walked. */
  async #begin(state: RemoteState): Promise<void> {
    const isEmpty = state.exists === 0
    await this.#note({
      uidValidity: state.uidValidity,
      uidNext: state.uidNext,
      oldestUid: isEmpty ? 1 : state.uidNext,
      highestModseq: state.highestModseq,
      exists: state.exists,
      window: this.#window,
      state: isEmpty ? 'synced' : 'syncing',
      problem: null,
      ...(isEmpty && { synced: true }),
    })
  }

  /** The uids mean other messages now: which is which shows when they are met again. */
  async #beginAnew(): Promise<void> {
    const { context } = this.#run
    const step = { mailboxId: this.row.id, limit: STEP, afterwards: 'begin-anew' } as const
    while ((await context.call(emptyMailbox, step, { bulk: true })).left > 0) context.signal.throwIfAborted()
    this.#run.orphans += this.row.stored_count
    const anew = { uid_validity: 0, uid_next: 0, oldest_uid: 0, highest_modseq: null, stored_count: 0 }
    this.row = { ...this.row, ...anew }
  }

  /** What changed of the messages that were met, by what the server can tell. */
  async #changed(state: RemoteState, fresh: number): Promise<{ flags: RemoteFlags[]; vanished: number[] }> {
    const { row } = this
    const { store, context } = this.#run
    if (row.uid_next <= 1) return { flags: [], vanished: [] }
    const tells = state.highestModseq !== null && row.highest_modseq !== null
    const isSame = tells && state.highestModseq === row.highest_modseq
    const cursor = { highestModseq: tells ? row.highest_modseq : null, from: 1, to: row.uid_next - 1 }
    const said: RemoteChanges = isSame
      ? { flags: [], vanished: store.features.qresync ? [] : null }
      : await store.changes({ ...cursor, uidValidity: row.uid_validity })
    // More is here than there: some of it was noted here only after the server had said that it is gone.
    const isMore = said.vanished && row.stored_count - said.vanished.length + fresh > state.exists
    if (said.vanished && !isMore) return { flags: said.flags, vanished: said.vanished }

    const isComplete = this.isWalked && this.#run.account.window.since === null
    if (tells && isComplete && state.exists === row.stored_count + row.skipped_count + fresh)
      return { flags: said.flags, vanished: [] }
    const there = new Set(tells ? await store.listUids({ below: row.uid_next }) : said.flags.map(({ uid }) => uid))
    const { uids } = await context.ask(knownUids, { mailboxId: row.id, from: 1, below: row.uid_next })
    return { flags: said.flags, vanished: uids.filter((uid) => !there.has(uid)) }
  }

  async #apply(flags: RemoteFlags[], vanished: number[]): Promise<void> {
    const { context, since } = this.#run
    const to = { mailboxId: this.row.id, uidValidity: this.row.uid_validity, since }
    for (let at = 0; at < Math.max(flags.length, vanished.length); at += STEP) {
      context.signal.throwIfAborted()
      const part = { flags: flags.slice(at, at + STEP), vanished: vanished.slice(at, at + STEP) }
      await context.call(applyChanges, { ...to, ...part }, { bulk: flags.length > STEP })
    }
    // Some of what vanished lies nowhere now: what is new may be the same.
    this.#run.orphans += vanished.length
  }

  async #inWindow(below: number, most: number): Promise<number[]> {
    const { store, account } = this.#run
    const since = account.window.since === null ? null : Date.parse(account.window.since)
    const { count } = account.window
    const enough = Number.isFinite(most) ? { most } : {}
    if (count === null) return store.listUids({ below, since, ...enough })
    return (await store.listUids({ since, most: count })).slice(-count).filter((uid) => uid < below)
  }

  async #note(to: Noted): Promise<void> {
    await this.#run.context.call(noteMailbox, { id: this.row.id, ...to })
    this.row = {
      ...this.row,
      ...(to.uidValidity !== undefined && { uid_validity: to.uidValidity }),
      ...(to.uidNext !== undefined && { uid_next: to.uidNext }),
      ...(to.highestModseq !== undefined && { highest_modseq: to.highestModseq }),
      ...(to.exists !== undefined && { exists_count: to.exists }),
      ...(to.oldestUid !== undefined && { oldest_uid: to.oldestUid }),
      ...(to.window !== undefined && { window: to.window }),
      ...(to.state !== undefined && { state: to.state }),
    }
  }
}

interface Noted {
  uidValidity?: number
  uidNext?: number
  highestModseq?: string | null
  exists?: number
  oldestUid?: number
  window?: string | null
  state?: 'pending' | 'syncing' | 'synced' | 'failing'
  problem?: { code: string; detail: string } | null
  synced?: boolean
}
