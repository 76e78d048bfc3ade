import { setTimeout as sleep } from 'node:timers/promises'
import type { Dovecot } from '#testing/dovecot.ts'
import type { NearSide } from './near-side.ts'
import type { Random } from './random.ts'

const RENUMBERED = ['INBOX', 'Projects', 'Archive', 'Trash', 'Junk'] as const
/** How long one waits for something to be under way that can be killed. */
const PATIENCE_MILLISECONDS = 600

/** Kills of Daybook and of the server, where possible in the midst of what they do, and mailboxes numbered anew. */
export class Kills {
  readonly #dovecot: Dovecot
  readonly #near: NearSide
  readonly #random: Random
  readonly #count: (what: string, about?: string) => void
  #killing: Promise<void> | null = null

  constructor(sides: {
    dovecot: Dovecot
    near: NearSide
    random: Random
    count: (what: string, about?: string) => void
  }) {
    this.#dovecot = sides.dovecot
    this.#near = sides.near
    this.#random = sides.random
    this.#count = sides.count
  }

  /** `kill -9` of Daybook: at any time, or in mid-sync. */
  daybookSoon(): void {
    const isInSync = this.#random.chance(0.5)
    const later = this.#random.below(isInSync ? 60 : 600)
    this.#soon(async () => {
      if (isInSync) await this.#until('mail.sync running')
      await sleep(later)
      const busy = await this.#near.kill()
      this.#count('Daybook killed')
      if (busy.includes('mail.sync running')) this.#count('Daybook killed in mid-sync')
    })
  }

  /** `kill -9` of the server with all its sessions, while changes are being carried to it. */
  serverSoon(): void {
    const later = this.#random.below(8)
    this.#soon(async () => {
      await this.#until('outbox change sending')
      await sleep(later)
      await this.#dovecot.down('SIGKILL')
      this.#count('server killed')
      // What was noted by then is none of it.
      if (this.#near.busy().includes('outbox change sending')) this.#count('server killed in mid-change')
      await sleep(this.#random.below(100))
      await this.#dovecot.up()
    })
  }

  /** Has some mailboxes numbered anew. */
  async renumber(): Promise<void> {
    await this.over()
    const first = this.#random.pick(RENUMBERED)!
    const mailboxes = this.#random.chance(0.3) ? [...new Set([first, this.#random.pick(RENUMBERED)!])] : [first]
    // After a kill, flags may stand in the server's index alone, which goes.
    await this.#dovecot.run(mailboxes.flatMap((mailbox) => [`SELECT ${mailbox}`, 'CHECK']))
    const renumbered = await this.#dovecot.renumber(mailboxes)
    for (const mailbox of renumbered) this.#count('numbered anew', mailbox)
  }

  /** Ends the server in order, for a moment. */
  async restartServer(): Promise<void> {
    await this.over()
    await this.#dovecot.down()
    await sleep(this.#random.below(300))
    await this.#dovecot.up()
    this.#count('server restarted')
  }

  /** Waits for a kill that is about to come. */
  async over(): Promise<void> {
    await this.#killing
  }

  #soon(act: () => Promise<void>): void {
    this.#killing = act().finally(() => (this.#killing = null))
  }

  async #until(what: string): Promise<void> {
    for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end && !this.#near.busy().includes(what);)
      await sleep(3)
  }
}
