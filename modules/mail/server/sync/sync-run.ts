import { Failure, FailureError } from '#kernel/failure.ts'
import type { JobContext } from '#kernel/context.ts'
import { readConnection, type AccessOf, type Connection } from '../../../connections/contract.ts'
import type { MailboxRow } from '../database.ts'
import { hasUnsettledCopies, settleDraftCopies } from '../drafts/copies.ts'
import { beginPush, settleCarried } from '../outbox/internal.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { emptyMailbox, knownUids, noteMailbox, noteMailboxes, readMailboxes, sweepOrphans } from './internal.ts'
import { MailboxSync } from './mailbox-sync.ts'
import type { RemoteMailbox, RemoteStore } from './remote-store.ts'
import type { Lease, Sessions } from './sessions.ts'

/** Placements taken out, and messages erased, a transaction: small enough that nobody waits long. */
const STEP = 200
const ERASE_STEP = 40
/** Messages of each mailbox that come before the rest of any. */
const HEAD = 400
/** Looks in a row at an account that never comes to rest. */
const MAX_LOOKS = 50
/** Looks after which what does not agree is left to the next sync. */
const FUTILE_LOOKS = 3

/** What is looked at first. */
const ORDER = ['inbox', 'all', 'sent', 'drafts', 'archive', null, 'junk', 'trash']

/** One sync of an account: looks until there is nothing new, newest mail first. */
export class SyncRun {
  readonly context: JobContext<{ connectionId: string }>
  readonly #sessions: Sessions
  readonly #lease: Lease
  account: Connection
  /** When the look under way began. */
  since = 0
  /** Messages that lie nowhere at the moment. */
  orphans = 0
  stored = 0
  #toStore = 0
  #failed = 0

  constructor(context: JobContext<{ connectionId: string }>, sessions: Sessions, lease: Lease, account: Connection) {
    this.context = context
    this.#sessions = sessions
    this.#lease = lease
    this.account = account
  }

  get store(): RemoteStore {
    return this.#lease.store
  }

  renew(): Promise<RemoteStore> {
    return this.#lease.renew()
  }

  async all(): Promise<void> {
    for (let look = 1; look <= MAX_LOOKS; look++) {
      this.#sessions.takeNews(this.account.id)
      const isWhole = await this.#look()
      const isComplete = await this.#agrees()
      const carried = await this.#settle()
      if (isComplete) await this.#sweep({ erases: isWhole })
      if ((await this.context.ask(hasUnsettledCopies, {})).unsettled) await this.context.call(settleDraftCopies, {})
      const isAtRest = carried === 0 && (!isWhole || (isComplete && this.orphans === 0))
      if (!this.#sessions.hasNews(this.account.id) && (isAtRest || look >= FUTILE_LOOKS)) return
    }
  }

  /** Whether all mailboxes could be synced. */
  get isWhole(): boolean {
    return this.#failed === 0
  }

  /** Stops where the owner said so, or the account is gone. Called between batches. */
  async check(): Promise<void> {
    this.context.signal.throwIfAborted()
    this.account = await this.context.ask(readConnection, { id: this.account.id })
    if (this.account.state === 'paused') throw new FailureError(new Failure('connection-paused', PAUSED))
  }

  expect(messages: number): void {
    this.#toStore += messages
  }

  noteStored(messages: number): void {
    this.stored += messages
    this.context.progress(this.stored, Math.max(this.#toStore, this.stored), 'messages')
  }

  /** Whether the inbox is to be looked at before anything goes on. */
  get isNews(): boolean {
    return this.#sessions.hasNews(this.account.id)
  }

  /** Takes what is new in the inbox, while another mailbox is being walked. */
  async lookAtInbox(): Promise<void> {
    this.#sessions.takeNews(this.account.id)
    const rows = await this.#rows()
    const inbox = rows.find(({ role }) => role === 'inbox' || role === 'all')
    if (inbox && inbox.uid_validity !== 0) await new MailboxSync(this, inbox).changes(null)
  }

  /** Goes once through all mailboxes; whether none was left out. */
  async #look(): Promise<boolean> {
    const { context } = this
    this.since = context.now()
    this.#failed = 0
    const remote = await this.store.listMailboxes()
    const rows = await this.#known(remote)
    const states = new Map(remote.map(({ path, state }) => [path, state]))
    const syncs = rows
      .filter(({ state }) => state !== 'gone')
      .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
      .map((row) => new MailboxSync(this, row))
    for (const sync of syncs) await this.#guarded(sync, () => sync.changes(states.get(sync.row.path) ?? null))
    for (const most of [HEAD, Infinity]) {
      for (const sync of syncs) {
        if (!sync.isWalked && !sync.hasFailed) await this.#guarded(sync, () => sync.walk(most))
      }
    }
    return this.#failed === 0
  }

  /** Takes over how messages stand whose changes got there; answers of how many only the next look can tell. */
  async #settle(): Promise<number> {
    const { call } = this.context
    const connectionId = this.account.id
    await call(beginPush, { connectionId })
    for (;;) {
      const { settled, left } = await call(settleCarried, { connectionId, since: this.since })
      if (settled === 0) return left
    }
  }

  /**
   * What one mailbox cannot do is its own problem, once a connection of its own could not either; a server out of reach
   * is everybody's.
   */
  async #guarded(sync: MailboxSync, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (first) {
      this.#rethrowOurs(first)
      await this.renew()
      await this.#lastTry(sync, act)
    }
  }

  async #lastTry(sync: MailboxSync, act: () => Promise<void>): Promise<void> {
    const { context } = this
    try {
      await act()
    } catch (cause) {
      this.#rethrowOurs(cause)
      if (!this.store.usable) throw cause
      sync.hasFailed = true
      this.#failed += 1
      context.log.warn({ mailbox: sync.row.id, cause }, 'mail.mailbox-failed')
      const detail = 'The server refused a command in this mailbox. It is tried again with the next sync.'
      const problem = { code: 'mailbox-refused', detail }
      await context.call(noteMailbox, { id: sync.row.id, state: 'failing', problem })
    }
  }

  /** Refusals of our own commands, and the end of the job, are no faults of a mailbox. */
  #rethrowOurs(cause: unknown): void {
    const isOurs = cause instanceof FailureError && cause.failure.code !== 'mailbox-renumbered'
    if (isOurs || this.context.signal.aborted) throw cause
  }

  /** The rows of the mailboxes, after what is new and what is gone was noted. */
  async #known(remote: RemoteMailbox[]): Promise<MailboxRow[]> {
    const { context, account } = this
    let rows = await this.#rows()
    if (!isSame(rows, remote)) {
      await context.call(noteMailboxes, { connectionId: account.id, mailboxes: remote })
      rows = await this.#rows()
    }
    for (const { id } of rows.filter(({ state }) => state === 'gone')) {
      while (
        (await context.call(emptyMailbox, { mailboxId: id, limit: STEP, afterwards: 'forget' }, { bulk: true })).left >
        0
      )
        context.signal.throwIfAborted()
    }
    return this.#rows()
  }

  async #rows(): Promise<MailboxRow[]> {
    const { items, orphans } = await this.context.ask(readMailboxes, { connectionId: this.account.id })
    this.orphans = orphans
    return items
  }

  /**
   * Whether as many messages are here as the server says it has. A mailbox that falls short is walked again, and until
   * then nothing is taken for erased: a server that was numbering its mail may have shown a part of it.
   */
  async #agrees(): Promise<boolean> {
    const { context, account } = this
    if (account.window.since !== null || account.window.count !== null) return true
    let agrees = true
    for (const { id, uid_next, exists_count, stored_count, skipped_count, state } of await this.#rows()) {
      if (state !== 'synced' || exists_count <= stored_count + skipped_count) continue
      const { uids } = await context.ask(knownUids, { mailboxId: id, from: 1, below: uid_next })
      if (uids.length >= exists_count) continue
      await context.call(noteMailbox, { id, oldestUid: uid_next, state: 'syncing' })
      agrees = false
    }
    return agrees
  }

  /**
   * Ends the wait of messages of which a copy was met, and erases what lay nowhere since before this look began: nothing
   * that was moved meanwhile is lost. Only a look at all mailboxes erases.
   */
  async #sweep({ erases }: { erases: boolean }): Promise<void> {
    const { context, account } = this
    for (;;) {
      context.signal.throwIfAborted()
      const seen = await throughFileGate(context.ports.blobs, async () => {
        const input = { connectionId: account.id, before: this.since, limit: ERASE_STEP, erases }
        const answer = await context.call(sweepOrphans, input, { bulk: true })
        // After the commit: a crash here leaves a file that nobody names, never a name without its file.
        for (const hash of answer.blobs) await context.ports.blobs.delete(hash)
        return answer.seen
      })
      if (seen < ERASE_STEP) break
    }
    await this.#rows()
  }
}

function isSame(rows: readonly MailboxRow[], remote: readonly RemoteMailbox[]): boolean {
  const known = new Map(rows.map((row) => [row.path, row]))
  return (
    rows.length === remote.length &&
    remote.every(({ path, role, delimiter, subscribed }) => {
      const row = known.get(path)
      return (
        row !== undefined &&
        row.state !== 'gone' &&
        row.role === role &&
        row.delimiter === delimiter &&
        row.subscribed === Number(subscribed)
      )
    })
  )
}

const PAUSED = { message: 'The account is paused', kind: 'conflict' } as const

/** Whose account a job works for. */
export function accessOf({ actor, input }: JobContext<{ connectionId: string }>): AccessOf {
  return { connectionId: input.connectionId, userId: actor.onBehalfOf ?? actor.id, workspaceId: actor.workspaceId }
}
