import { setTimeout as sleep } from 'node:timers/promises'
import type { Dovecot } from '#testing/dovecot.ts'
import { openImap } from '#modules/mail/server/sync/imap/open-imap.ts'
import type { RemoteStore } from '#modules/mail/server/sync/remote-store.ts'

/** A copy of a message on the server. */
export interface Copy {
  token: string
  mailbox: string
  uid: number
  uidValidity: number
  flags: ReadonlySet<string>
}

export const MAILBOXES = ['INBOX', 'Archive', 'Trash', 'Junk', 'Projects'] as const

/** Somebody else's mail program on the same account. */
export class FarSide implements AsyncDisposable {
  readonly #dovecot: Dovecot
  #store: RemoteStore | null = null

  constructor(dovecot: Dovecot) {
    this.#dovecot = dovecot
  }

  async prepare(): Promise<void> {
    await this.with((store) => store.createMailbox('Projects'))
  }

  /** Works on the account; a connection that was lost is opened anew. */
  async with<T>(work: (store: RemoteStore, attempt: number) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        this.#store ??= await openImap({
          host: '127.0.0.1',
          port: this.#dovecot.port,
          security: 'none',
          auth: { user: 'alice', pass: 'secret' },
        })
        return await work(this.#store, attempt)
      } catch (cause) {
        if (attempt === 20) throw cause
        await this.#store?.close()
        this.#store = null
        await sleep(100)
      }
    }
  }

  /** Every copy of every message. */
  copies(): Promise<Copy[]> {
    return this.with(async (store) => {
      const copies: Copy[] = []
      for (const { path } of await store.listMailboxes()) {
        const { uidValidity } = await store.open(path, { readOnly: true })
        for await (const { uid, flags, source } of store.fetch(await store.listUids())) {
          copies.push({ token: tokenOf(source!), mailbox: path, uid, uidValidity, flags: new Set(flags) })
        }
      }
      return copies
    })
  }

  /** Sets or takes a flag; whether the message was there. */
  flag(copy: Copy, flag: string, on: boolean): Promise<boolean> {
    return this.#at(copy, async (store, uid) => {
      await store.storeFlags([uid], on ? { add: [flag], remove: [] } : { add: [], remove: [flag] })
      return (await store.listUids({ from: uid, below: uid + 1 })).length > 0
    })
  }

  /** Moves a copy; whether anything was tried. What a server that was killed did half is done to its end. */
  move(copy: Copy, to: string): Promise<boolean> {
    return this.#at(copy, async (store, uid, attempt) => {
      const isThere = attempt > 0 && (await this.#tokensIn(store, to)).includes(copy.token)
      await store.open(copy.mailbox)
      await (isThere ? store.expunge([uid]) : store.move([uid], to))
      return true
    })
  }

  expunge(copy: Copy): Promise<boolean> {
    return this.#at(copy, async (store, uid) => {
      await store.expunge([uid])
      return true
    })
  }

  /** Works on a copy, unless its number is of another message by now. */
  #at(
    { mailbox, uid, uidValidity }: Copy,
    work: (store: RemoteStore, uid: number, attempt: number) => Promise<boolean>,
  ): Promise<boolean> {
    return this.with(
      async (store, attempt) => (await store.open(mailbox)).uidValidity === uidValidity && work(store, uid, attempt),
    )
  }

  async #tokensIn(store: RemoteStore, mailbox: string): Promise<string[]> {
    await store.open(mailbox, { readOnly: true })
    const tokens: string[] = []
    for await (const { source } of store.fetch(await store.listUids())) tokens.push(tokenOf(source!))
    return tokens
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#store?.close()
  }
}

function tokenOf(source: Uint8Array): string {
  return /^Subject: (.*?)\r?$/m.exec(Buffer.from(source).toString('latin1'))![1]!
}
