import { setTimeout as sleep } from 'node:timers/promises'
import type { Dovecot } from '#testing/dovecot.ts'
import { mailText } from '../../mail/write-mail.ts'
import { compare } from './compare.ts'
import { FarSide, MAILBOXES, type Copy } from './far-side.ts'
import { Kills } from './kills.ts'
import { Ledger } from './ledger.ts'
import type { NearSide, Row } from './near-side.ts'
import type { Random } from './random.ts'

const PLACES = ['inbox', 'archive', 'trash', 'junk'] as const
const LABELS = ['projects', 'later'] as const

/** What a run did, by kind. */
export type Tally = Map<string, number>

/**
 * Random changes on both sides of an account, with kills of Daybook and of the server's connections between. Both sides
 * must agree whenever they have come to rest, with nothing lost, nothing twice, and no side of a message changed more
 * often than somebody wrote it.
 */
export class Chaos {
  readonly #dovecot: Dovecot
  readonly #near: NearSide
  readonly #far: FarSide
  readonly #random: Random
  readonly #ledger = new Ledger()
  readonly #labelIds = new Map<string, string>()
  readonly #kills: Kills
  readonly tally: Tally = new Map()
  #journal: string[] = []
  #delivered = 0

  constructor(sides: { dovecot: Dovecot; near: NearSide; far: FarSide; random: Random }) {
    this.#dovecot = sides.dovecot
    this.#near = sides.near
    this.#far = sides.far
    this.#random = sides.random
    this.#kills = new Kills({ ...sides, count: (what, about) => this.#count(what, about) })
  }

  async begin(): Promise<void> {
    await this.#far.prepare()
    for (let n = 0; n < 12; n++) await this.#deliver()
    const account = {
      address: 'alice@example.test',
      username: 'alice',
      password: 'secret',
      imapHost: '127.0.0.1',
      imapPort: this.#dovecot.port,
      imapSecurity: 'none',
    }
    await this.#near.call('POST', '/connections', account)
    for (const name of LABELS) this.#labelIds.set(name, (await this.#near.call('POST', '/labels', { name })).id)
  }

  /** A few random changes, on both sides. */
  async round(): Promise<void> {
    const copies = await this.#far.copies()
    const rows = this.#near.rows()
    const actions = 2 + this.#random.below(5)
    if (this.#random.chance(0.3)) this.#kills.daybookSoon()
    else if (this.#random.chance(0.4)) this.#kills.serverSoon()
    for (let n = 0; n < actions; n++) {
      const act = this.#random.weighted<() => Promise<void>>([
        [3, () => this.#deliver()],
        [3, () => this.#flagThere(copies)],
        [2, () => this.#moveThere(copies)],
        [0.7, () => this.#expungeThere(copies)],
        [4, () => this.#flagHere(rows)],
        [4, () => this.#moveHere(rows)],
        [1.5, () => this.#labelHere(rows)],
        [0.7, () => this.#deleteHere(rows)],
        [1.2, () => this.#kills.renumber()],
        [0.3, () => this.#kills.restartServer()],
        [1, () => sleep(this.#random.below(200))],
      ])
      await act()
    }
    await this.#kills.over()
  }

  /** Waits until nothing is under way; answers in what the two sides differ, or differ from what was wanted. */
  async settle(): Promise<string[]> {
    await this.#kills.over()
    let faults: string[] = []
    // One look may begin before the last change got there; the next tells.
    for (let attempt = 0; attempt < 3; attempt++) {
      await this.#near.call('POST', '/emails/sync', {})
      const busy = await this.#rest()
      if (busy.length > 0) return [`It does not come to rest: ${busy.join(', ')}`]
      faults = compare(await this.#far.copies(), this.#near.rows(), this.#ledger)
      if (faults.length === 0) break
    }
    faults.push(...this.#flapping(), ...this.#near.refused().map((what) => `Refused: ${what}`))
    this.#ledger.settle()
    if (faults.length === 0) this.#journal = []
    return faults
  }

  /** What was done since both sides were last seen to agree: by it a fault is understood. */
  get journal(): readonly string[] {
    return this.#journal
  }

  #count(what: string, about = ''): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1)
    this.#journal.push(`${new Date().toISOString().slice(14, 23)} ${what} ${about}`)
  }

  async #rest(): Promise<string[]> {
    let quiet = 0
    let busy: string[] = []
    for (const deadline = Date.now() + 240_000; Date.now() < deadline;) {
      busy = this.#near.busy()
      quiet = busy.length === 0 ? quiet + 1 : 0
      if (quiet >= 3) return []
      await sleep(40)
    }
    return busy
  }

  #flapping(): string[] {
    const tokens = new Map(this.#near.rows().map(({ id, token }) => [id, token]))
    return [...this.#near.changes()].flatMap(([key, values]) => {
      const [id, aspect] = key.split(' ') as [string, 'seen' | 'starred' | 'place']
      const token = tokens.get(id)
      if (token === undefined) return []
      const writes = this.#ledger.writes(token, aspect)
      return values.length <= writes.length
        ? []
        : [`${token} changed its ${aspect} to ${values.join(', ')} by ${JSON.stringify(writes)}`]
    })
  }

  async #deliver(): Promise<void> {
    const n = ++this.#delivered
    const token = `mail ${n}`
    // Now and then a Message-ID that another message has.
    const isTwin = this.#random.chance(0.3)
    const id = isTwin ? `m${this.#random.below(n)}` : `m${n}`
    if (isTwin) this.#count('delivered with a Message-ID that another has')
    const body = `Words of ${n} ${'x'.repeat(this.#random.below(4000))}`
    const mailbox = this.#random.weighted([
      [7, 'INBOX'],
      [1, 'Archive'],
      [1, 'Projects'],
    ] as const)
    await this.#dovecot.deliver(mailText({ subject: token, id, body }), { mailbox })
    this.#ledger.alive.set(token, { id: null })
    this.#count('delivered', `${token} in ${mailbox}`)
  }

  async #flagThere(copies: Copy[]): Promise<void> {
    const copy = this.#random.pick(copies)
    if (!copy) return
    const [flag, aspect] = this.#random.chance(0.5)
      ? (['\\Seen', 'seen'] as const)
      : (['\\Flagged', 'starred'] as const)
    const on = !copy.flags.has(flag)
    // All its copies: of one that is read and one that is not, nobody can say what the message is.
    const twins = copies.filter(({ token }) => token === copy.token)
    for (const twin of twins) {
      const found = await this.#far.flag(twin, flag, on)
      this.#ledger.write(copy.token, aspect, { by: 'server', value: on ? '1' : '0', sure: found && twins.length === 1 })
    }
    this.#count('flagged there', `${copy.token} ${flag} ${on}`)
  }

  async #moveThere(copies: Copy[]): Promise<void> {
    const copy = this.#random.pick(copies)
    const to = this.#random.pick(MAILBOXES.filter((mailbox) => mailbox !== copy?.mailbox))
    // Where another copy is already, two would lie.
    if (!copy || !to || copies.some(({ token, mailbox }) => token === copy.token && mailbox === to)) return
    if (!(await this.#far.move(copy, to))) return
    this.#ledger.write(copy.token, 'place', { by: 'server', value: to, sure: false })
    this.#ledger.label(copy.token, { by: 'server', value: to, sure: false })
    this.#count('moved there', `${copy.token} from ${copy.mailbox} to ${to}`)
  }

  async #expungeThere(copies: Copy[]): Promise<void> {
    const copy = this.#random.pick(copies)
    if (!copy) return
    if (!(await this.#far.expunge(copy))) return
    this.#ledger.open.add(copy.token)
    for (const aspect of ['seen', 'starred', 'place'] as const)
      this.#ledger.write(copy.token, aspect, { by: 'server', value: '', sure: false })
    this.#ledger.label(copy.token, { by: 'server', value: '', sure: false })
    this.#count('expunged there', `${copy.token} from ${copy.mailbox}`)
  }

  async #flagHere(rows: Row[]): Promise<void> {
    const row = this.#random.pick(rows)
    if (!row) return
    const aspect = this.#random.chance(0.5) ? 'seen' : 'starred'
    const on = this.#random.chance(0.5)
    await this.#modify(row, { [aspect]: on }, (sure) =>
      this.#ledger.write(row.token, aspect, { by: 'here', value: on ? '1' : '0', sure }),
    )
    this.#count('flagged here', `${row.token} ${aspect} ${on}`)
  }

  async #moveHere(rows: Row[]): Promise<void> {
    const row = this.#random.pick(rows)
    const place = this.#random.pick(PLACES)
    if (!row || !place) return
    await this.#modify(row, { place }, (sure) =>
      this.#ledger.write(row.token, 'place', { by: 'here', value: place, sure }),
    )
    this.#count('moved here', `${row.token} from ${row.place} to ${place}`)
  }

  async #labelHere(rows: Row[]): Promise<void> {
    const row = this.#random.pick(rows)
    const label = this.#random.pick(LABELS)!
    if (!row || row.place === 'trash' || row.place === 'junk') return
    const on = !row.labels.includes(label)
    const change = { [on ? 'addLabels' : 'removeLabels']: [this.#labelIds.get(label)] }
    await this.#modify(row, change, (sure) =>
      this.#ledger.label(row.token, { by: 'here', value: `${on ? '+' : '-'}${label}`, sure }),
    )
    this.#count('labelled here', `${row.token} ${on ? '+' : '-'}${label}`)
  }

  async #modify(row: Row, change: object, note: (sure: boolean) => void): Promise<void> {
    try {
      const answer = await this.#near.call('POST', '/emails/modify', { messageIds: [row.id], ...change })
      note(answer !== null)
    } catch (cause) {
      if (!/404/.test(String(cause))) throw cause
    }
  }

  async #deleteHere(rows: Row[]): Promise<void> {
    const row = this.#random.pick(rows.filter(({ place }) => place === 'trash' || place === 'junk'))
    if (!row) return
    try {
      await this.#near.call('POST', '/emails/delete-forever', { messageIds: [row.id] })
      this.#ledger.open.add(row.token)
      this.#count('erased here', row.token)
    } catch (cause) {
      // It is elsewhere by now, or just being moved.
      if (!/404|409/.test(String(cause))) throw cause
    }
  }
}
