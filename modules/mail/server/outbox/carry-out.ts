import { toFlagBits } from '../sync/flag-bits.ts'
import type { RemoteStore } from '../sync/remote-store.ts'
import { findLanded } from './find-landed.ts'
import { CannotCarry, planSteps, targetOf, type Step, type Target } from './plan-steps.ts'
import type { ExpungeTask, KnownPlacement, Numbered, Outcome, PushEntry, PushWork } from './push-work.ts'
import { detailOf, isDefinite, isThere } from './server-refusal.ts'

/** The source of a message, for where it is to be put on a server. */
export type ReadSource = (messageId: string) => Promise<Uint8Array | null>

/** Carries changes to a server; says how each fared and where its message lies afterwards. */
export async function carryOut(store: RemoteStore, work: PushWork, readSource: ReadSource): Promise<Outcome[]> {
  const run = new Run(store, work, readSource)
  return run.all()
}

/** Tries before a change that the server does not take is given up. */
const TRIES = 4

/** Copies go before the last one is moved, so that a twin is where it is known to be. */
const phases = ['flags', 'labels', 'copy', 'drop', 'move'] as const

class Run {
  readonly #store: RemoteStore
  readonly #work: PushWork
  readonly #readSource: ReadSource
  readonly #outcomes = new Map<string, Outcome>()
  /** Mailboxes that were made on the way. */
  readonly #made = new Set<string>()

  constructor(store: RemoteStore, work: PushWork, readSource: ReadSource) {
    this.#store = store
    this.#work = work
    this.#readSource = readSource
  }

  async all(): Promise<Outcome[]> {
    const steps: { entry: PushEntry; step: Step }[] = []
    for (const entry of this.#work.entries) {
      this.#outcomes.set(entry.id, { entryId: entry.id, state: 'done', gone: [], found: [] })
      if (entry.task.kind === 'expunge') await this.#try([entry], () => this.#expunge(entry.task as ExpungeTask))
      else if (entry.task.kind === 'append') await this.#try([entry], () => this.#append(entry))
      else for (const step of this.#plan(entry)) steps.push({ entry, step })
    }
    for (const phase of phases) {
      const groups = Map.groupBy(
        steps.filter(({ step }) => step.kind === phase),
        ({ step }) => groupOf(step),
      )
      for (const group of groups.values()) {
        const going = group.filter(({ entry }) => this.#outcomes.get(entry.id)!.state === 'done')
        if (going.length === 0) continue
        await this.#try(
          going.map(({ entry }) => entry),
          () => this.#take(going),
        )
      }
    }
    return [...this.#outcomes.values()]
  }

  #plan(entry: PushEntry): Step[] {
    if (entry.task.kind !== 'change') return []
    try {
      return planSteps(entry.task, this.#work.mailboxes)
    } catch (cause) {
      if (!(cause instanceof CannotCarry)) throw cause
      this.#fare(entry, { state: 'refused', problem: { code: 'cannot-carry', detail: cause.message } })
      return []
    }
  }

  /** A lost connection ends the run; what the server refuses is the entry's own. */
  async #try(entries: PushEntry[], act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (cause) {
      if (!this.#store.usable) throw cause
      const problem = { code: 'refused-by-server', detail: detailOf(cause) }
      for (const entry of entries) {
        const isFinal = !(cause instanceof Stale) && (isDefinite(cause) || entry.attempts >= TRIES)
        this.#fare(entry, { state: isFinal ? 'refused' : 'waiting', problem })
      }
    }
  }

  #fare(entry: PushEntry, change: Partial<Outcome>): void {
    Object.assign(this.#outcomes.get(entry.id)!, change)
  }

  async #take(group: { entry: PushEntry; step: Step }[]): Promise<void> {
    const [{ step }] = group as [{ entry: PushEntry; step: Step }]
    await this.#open(step.at.mailboxId)
    const uids = group.map(({ step: { at } }) => at.uid)
    if (step.kind === 'flags') {
      await this.#store.storeFlags(uids, step)
      await this.#lookAt(group)
    } else if (step.kind === 'labels') {
      await this.#store.storeLabels(uids, step)
      for (const { entry, step: each } of group)
        this.#found(entry, each.at, this.#flagsOf(entry, each.at), { labels: withLabels(each.at.labels, step) })
    } else if (step.kind === 'copy') await this.#copy(group, step.to)
    else if (step.kind === 'move') await this.#move(group, step.to)
    else for (const { entry, step: each } of group) await this.#drop(entry, each as Step & { kind: 'drop' })
  }

  /** Takes the flags as they are now. A server says nothing of a message that is elsewhere by then: sync finds it. */
  async #lookAt(group: { entry: PushEntry; step: Step }[]): Promise<void> {
    const flags = new Map<number, number>()
    for await (const message of this.#store.overview(group.map(({ step }) => step.at.uid)))
      flags.set(message.uid, toFlagBits(message.flags).bits)
    for (const { entry, step } of group) {
      const now = flags.get(step.at.uid)
      if (now !== undefined) this.#found(entry, step.at, now)
      else {
        // Sync may never tell: what it heard of first and was noted here afterwards is known here alone.
        this.#gone(entry, step.at)
        this.#isElsewhere(entry)
      }
    }
  }

  #isElsewhere(entry: PushEntry): void {
    this.#fare(entry, { state: 'waiting', problem: { code: 'moved-meanwhile', detail: 'The message lies elsewhere' } })
  }

  async #copy(group: { entry: PushEntry; step: Step }[], to: Target): Promise<void> {
    const left: typeof group = []
    for (const each of group) {
      // A try before this one may have got there without coming to note it.
      const landed = each.entry.attempts > 1 ? await this.#landed(each.entry, to) : null
      if (landed === null) left.push(each)
      else this.#landedAt(each.entry, each.step.at, to, landed)
    }
    if (left.length === 0) return
    await this.#open(left[0]!.step.at.mailboxId)
    const uids = await this.#into(to, () =>
      this.#store.copy(
        left.map(({ step }) => step.at.uid),
        to.path,
      ),
    )
    for (const { entry, step } of left) {
      const uid = uids.get(step.at.uid) ?? (await this.#landed(entry, to))
      if (uid !== null) this.#landedAt(entry, step.at, to, uid)
      else {
        const { uid: from, mailboxId } = step.at
        await this.#open(mailboxId, true)
        if ((await this.#store.listUids({ from, below: from + 1 })).length === 0) this.#gone(entry, step.at)
        this.#isElsewhere(entry)
      }
    }
  }

  async #move(group: { entry: PushEntry; step: Step }[], to: Target): Promise<void> {
    const left: typeof group = []
    for (const each of group) {
      // A try before this one may have come half the way: also a server that moves in one step may copy and then erase.
      if (each.entry.attempts > 1 && (await this.#landed(each.entry, to)) !== null) await this.#finishMove(each, to)
      else left.push(each)
    }
    if (left.length === 0) return
    await this.#open(left[0]!.step.at.mailboxId)
    const uids = await this.#into(to, () =>
      this.#store.move(
        left.map(({ step }) => step.at.uid),
        to.path,
      ),
    )
    for (const { entry, step } of left) {
      this.#gone(entry, step.at)
      const uid = uids.get(step.at.uid) ?? (await this.#landed(entry, to))
      if (uid === null) this.#isElsewhere(entry)
      else this.#landedAt(entry, step.at, to, uid)
    }
  }

  async #finishMove({ entry, step: { at } }: { entry: PushEntry; step: Step }, to: Target): Promise<void> {
    const uid = await this.#landed(entry, to)
    if (uid === null) throw new Stale('The other copy is gone')
    await this.#open(at.mailboxId)
    await this.#store.expunge([at.uid])
    this.#gone(entry, at)
    this.#landedAt(entry, at, to, uid)
  }

  /** A copy goes only where another is seen to be there, so that the last one never goes. */
  async #drop(entry: PushEntry, { at, twin }: Step & { kind: 'drop' }): Promise<void> {
    await this.#open(twin.mailboxId, true)
    const there = await this.#store.listUids({ from: twin.uid, below: twin.uid + 1 })
    if (!there.includes(twin.uid)) {
      this.#gone(entry, twin)
      throw new Stale('The other copy is gone')
    }
    await this.#open(at.mailboxId)
    await this.#store.expunge([at.uid])
    this.#gone(entry, at)
  }

  async #expunge({ placements }: ExpungeTask): Promise<void> {
    for (const [mailboxId, list] of Map.groupBy(placements, (at) => at.mailboxId)) {
      const mailbox = this.#work.mailboxes.find(({ id }) => id === mailboxId)
      if (!mailbox) continue
      const { uidValidity } = await this.#store.open(mailbox.path)
      // These numbers are of other messages now: sync says which are those of this one.
      if (list.some((at) => at.uidValidity !== uidValidity)) throw new Stale(RENUMBERED)
      await this.#store.expunge(list.map(({ uid }) => uid))
    }
  }

  async #append(entry: PushEntry): Promise<void> {
    if (entry.task.kind !== 'append') return
    const { messageId, place, seen, starred, receivedAt } = entry.task
    const to = targetOf(place, this.#work.mailboxes)
    const landed = await this.#landed(entry, to)
    const flags = [
      ...(seen ? ['\\Seen'] : []),
      ...(starred ? ['\\Flagged'] : []),
      ...(place === 'drafts' ? ['\\Draft'] : []),
    ]
    const at = { mailboxId: '', uid: 0, flags: toFlagBits(flags).bits, labels: null }
    if (landed !== null) return this.#landedAt(entry, at, to, landed)

    const source = await this.#readSource(messageId)
    // Erased meanwhile.
    if (!source) return
    // A client may drop flags that the open mailbox does not take: this one is to be the open one, and to be written to.
    if (to.mailbox) await this.#store.open(to.path)
    const { uid } = await this.#into(to, () => this.#store.append(to.path, source, { flags, at: receivedAt }))
    const found = uid ?? (await this.#landed(entry, to))
    if (found !== null) this.#landedAt(entry, at, to, found)
  }

  /** Does something that needs a mailbox. One that is made now is for sync to meet before anything lies in it. */
  async #into<T>(to: Target, act: () => Promise<T>): Promise<T> {
    if (to.mailbox === null) {
      await this.#make(to.path)
      throw new Stale('Its mailbox was made just now')
    }
    try {
      return await act()
    } catch (cause) {
      if (!this.#store.usable || isDefinite(cause)) throw cause
      // It may have been removed there meanwhile: making one that is there changes nothing.
      await this.#make(to.path)
      return act()
    }
  }

  async #make(path: string): Promise<void> {
    if (this.#made.has(path)) return
    await this.#store.createMailbox(path).catch((cause: unknown) => {
      if (!this.#store.usable || !isThere(cause)) throw cause
    })
    this.#made.add(path)
  }

  async #open(mailboxId: string, readOnly = false): Promise<void> {
    const mailbox = this.#work.mailboxes.find(({ id }) => id === mailboxId)
    if (!mailbox) throw new Stale('The mailbox is gone')
    const state = await this.#store.open(mailbox.path, { readOnly }).catch((cause: unknown) => {
      throw this.#store.usable ? new Stale(detailOf(cause)) : cause
    })
    if (state.uidValidity !== mailbox.uidValidity) throw new Stale(RENUMBERED)
  }

  #landed(entry: PushEntry, to: Target): Promise<number | null> {
    if (entry.task.kind === 'expunge' || to.mailbox === null) return Promise.resolve(null)
    return findLanded(this.#store, to.mailbox, entry.task.identity)
  }

  #landedAt(entry: PushEntry, from: KnownPlacement, to: Target, uid: number): void {
    if (to.mailbox === null) return
    const at = { ...from, mailboxId: to.mailbox.id, uid }
    this.#found(entry, at, this.#flagsOf(entry, from), { isNew: true })
  }

  /** The flags of a copy, with what this run did to them. */
  #flagsOf(entry: PushEntry, at: KnownPlacement): number {
    const found = this.#outcomes.get(entry.id)!.found
    return found.findLast(({ mailboxId, uid }) => mailboxId === at.mailboxId && uid === at.uid)?.flags ?? at.flags
  }

  #found(entry: PushEntry, at: KnownPlacement, flags: number, { labels = at.labels, isNew = false } = {}): void {
    this.#outcomes.get(entry.id)!.found.push({ ...this.#numbered(at), isNew, flags, labels })
  }

  #gone(entry: PushEntry, at: KnownPlacement): void {
    this.#outcomes.get(entry.id)!.gone.push(this.#numbered(at))
  }

  #numbered({ mailboxId, uid }: KnownPlacement): Numbered {
    const { uidValidity } = this.#work.mailboxes.find(({ id }) => id === mailboxId)!
    return { mailboxId, uid, uidValidity }
  }
}

/** What is known here is older than the server: sync comes first. */
class Stale extends Error {}

const RENUMBERED = 'The server numbered its messages anew'

/** Steps that are one command to the server. */
function groupOf(step: Step): string {
  const rest = step.kind === 'flags' || step.kind === 'labels' ? [step.add, step.remove] : []
  const to = step.kind === 'copy' || step.kind === 'move' ? step.to.path : ''
  return JSON.stringify([step.kind, step.at.mailboxId, to, ...rest])
}

function withLabels(labels: string[] | null, { add, remove }: { add: string[]; remove: string[] }): string[] {
  return [...new Set([...(labels ?? []), ...add])].filter((label) => !remove.includes(label))
}
