import type { ExpungeEvent, FetchMessageObject, ImapFlow } from 'imapflow'
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
} from '../remote-store.ts'
import { messageIds } from '../../threading/message-ids.ts'
import { rolesOf } from './mailbox-role.ts'
import { toUidSet } from './uid-set.ts'

const STATE = { messages: true, uidNext: true, uidValidity: true, highestModseq: true } as const
/** Uids a command: a line that every server takes. */
const UIDS = 1000

/** A server by IMAP (RFC 3501, RFC 9051), with what it offers of CONDSTORE, QRESYNC, IDLE, MOVE and Gmail's own. */
export class ImapStore implements RemoteStore {
  readonly #client: ImapFlow
  #vanished: number[] | null = null
  #idling: Promise<unknown> | null = null

  constructor(client: ImapFlow) {
    this.#client = client
    // One that nobody listens to would end the process. Whoever uses the connection meets it by a failing command.
    client.on('error', () => undefined)
    client.on('expunge', ({ uid }: ExpungeEvent) => {
      if (uid !== undefined) this.#vanished?.push(uid)
    })
  }

  get features(): RemoteFeatures {
    const { capabilities, enabled } = this.#client
    return {
      qresync: enabled.has('QRESYNC'),
      condstore: enabled.has('CONDSTORE') || enabled.has('QRESYNC'),
      idle: capabilities.has('IDLE'),
      move: capabilities.has('MOVE'),
      labels: capabilities.has('X-GM-EXT-1'),
    }
  }

  get usable(): boolean {
    return this.#client.usable
  }

  /** Bytes that came from and went to the server since the last look. */
  traffic(): { sent: number; received: number } {
    return this.#client.stats(true)
  }

  async listMailboxes(): Promise<RemoteMailbox[]> {
    // A server may answer for the open mailbox as it was when it was last looked at.
    if (this.#client.mailbox) await this.#client.noop()
    const listed = (await this.#client.list({ statusQuery: STATE })).filter(
      ({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'),
    )
    // Without it the list is not the account's: nothing may be concluded from it.
    if (!listed.some(({ path }) => path.toUpperCase() === 'INBOX')) throw new Error('The server lists no INBOX')
    const roles = rolesOf(
      listed.map(({ path, delimiter, specialUse, specialUseSource }) => ({
        path,
        delimiter: delimiter || null,
        specialUse: specialUse ?? null,
        source: specialUseSource ?? null,
      })),
    )
    return listed
      .filter(({ path, specialUse }) => this.#isReal(roles.get(path) ?? null, specialUse))
      .map(({ path, delimiter, subscribed, status }) => ({
        path,
        delimiter: delimiter || null,
        role: roles.get(path) ?? null,
        subscribed,
        state:
          status && status.uidValidity !== undefined && status.uidNext !== undefined
            ? {
                uidValidity: Number(status.uidValidity),
                uidNext: status.uidNext,
                exists: status.messages ?? 0,
                highestModseq: this.features.condstore && status.highestModseq ? String(status.highestModseq) : null,
              }
            : null,
      }))
  }

  /**
   * With labels each message lies in `all`, or in junk or trash, and the other mailboxes are views of these. Without
   * them the views are `all` and the starred.
   */
  #isReal(role: RemoteMailbox['role'], specialUse: string | undefined): boolean {
    if (this.features.labels) return role === 'all' || role === 'junk' || role === 'trash'
    return role !== 'all' && specialUse !== '\\Flagged'
  }

  async open(path: string, { readOnly = false } = {}): Promise<RemoteState> {
    const box = await this.#client.mailboxOpen(path, { readOnly })
    return {
      uidValidity: Number(box.uidValidity),
      uidNext: box.uidNext,
      exists: box.exists,
      highestModseq: box.highestModseq && !box.noModseq ? String(box.highestModseq) : null,
    }
  }

  async changes({ highestModseq, from, to }: RemoteCursor): Promise<RemoteChanges> {
    const range = `${from}:${to}`
    const query = { uid: true, flags: true, labels: true }
    const since = this.features.condstore && highestModseq !== null ? BigInt(highestModseq) : null
    const flags: RemoteFlags[] = []
    const vanished: number[] = []
    this.#vanished = vanished
    try {
      const options = { uid: true, ...(since !== null && { changedSince: since }) }
      for await (const message of this.#client.fetch(range, query, options)) flags.push(toFlags(message))
    } finally {
      this.#vanished = null
    }
    const tellsVanished = since !== null && this.features.qresync
    return { flags, vanished: tellsVanished ? vanished.filter((uid) => uid >= from && uid <= to) : null }
  }

  async listUids({ since, below, from }: RemoteWindow = {}): Promise<number[]> {
    if (below !== undefined && below <= (from ?? 1)) return []
    const range = `${from ?? 1}:${below === undefined ? '*' : below - 1}`
    const found = await this.#client.search(
      { uid: range, ...(since != null && { since: new Date(since) }) },
      { uid: true },
    )
    if (!found) throw new Error('The server refused a search')
    // `5:*` names the last message even where its uid is below 5.
    return found.filter((uid) => uid >= (from ?? 1))
  }

  async *overview(uids: readonly number[]): AsyncIterable<RemoteOverview> {
    const query = { uid: true, flags: true, size: true, labels: true, headers: ['message-id'] }
    for (const part of parts(uids)) {
      for await (const message of this.#client.fetch(toUidSet(part), query, { uid: true })) {
        yield {
          ...toFlags(message),
          size: message.size ?? 0,
          messageId: messageIds(message.headers?.toString('latin1').replace(/^message-id:/i, ''))[0] ?? null,
          remoteId: message.emailId ?? null,
        }
      }
    }
  }

  async *fetch(uids: readonly number[]): AsyncIterable<RemoteMessage> {
    const query = { uid: true, flags: true, internalDate: true, labels: true, threadId: true, source: true }
    for (const part of parts(uids)) {
      for await (const message of this.#client.fetch(toUidSet(part), query, { uid: true })) {
        const { internalDate, emailId, threadId, source } = message
        yield {
          ...toFlags(message),
          receivedAt: internalDate ? new Date(internalDate).getTime() : null,
          remoteId: emailId ?? null,
          threadId: threadId ?? null,
          source: source ?? null,
          failure: source ? null : { code: 'not-sent', reason: 'The server sent no source' },
        }
      }
    }
  }

  async storeFlags(uids: readonly number[], { add, remove }: FlagChange): Promise<void> {
    for (const part of parts(uids)) {
      const range = toUidSet(part)
      if (add.length > 0) accepted(await this.#client.messageFlagsAdd(range, add, { uid: true }), 'flags')
      if (remove.length > 0) accepted(await this.#client.messageFlagsRemove(range, remove, { uid: true }), 'flags')
    }
  }

  async storeLabels(uids: readonly number[], { add, remove }: { add: string[]; remove: string[] }): Promise<void> {
    for (const part of parts(uids)) {
      const range = toUidSet(part)
      const options = { uid: true, useLabels: true }
      if (add.length > 0) accepted(await this.#client.messageFlagsAdd(range, add, options), 'labels')
      if (remove.length > 0) accepted(await this.#client.messageFlagsRemove(range, remove, options), 'labels')
    }
  }

  async move(uids: readonly number[], to: string): Promise<Map<number, number>> {
    const moved = new Map<number, number>()
    for (const part of parts(uids)) {
      const answer = accepted(await this.#client.messageMove(toUidSet(part), to, { uid: true }), 'move')
      for (const [from, into] of answer.uidMap ?? []) moved.set(from, into)
    }
    return moved
  }

  async copy(uids: readonly number[], to: string): Promise<Map<number, number>> {
    const copied = new Map<number, number>()
    for (const part of parts(uids)) {
      const answer = accepted(await this.#client.messageCopy(toUidSet(part), to, { uid: true }), 'copy')
      for (const [from, into] of answer.uidMap ?? []) copied.set(from, into)
    }
    return copied
  }

  async append(
    path: string,
    source: Uint8Array,
    { flags, at }: { flags: string[]; at?: number },
  ): Promise<{ uid: number | null }> {
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    const answer = accepted(
      await this.#client.append(path, bytes, flags, at === undefined ? undefined : new Date(at)),
      'append',
    )
    return { uid: answer.uid ?? null }
  }

  async expunge(uids: readonly number[]): Promise<void> {
    for (const part of parts(uids)) accepted(await this.#client.messageDelete(toUidSet(part), { uid: true }), 'expunge')
  }

  async createMailbox(path: string): Promise<void> {
    await this.#client.mailboxCreate(path)
  }

  async idle(path: string, signal: AbortSignal): Promise<'news' | 'stopped'> {
    const { mailbox } = this.#client
    if (!mailbox || mailbox.path !== path) await this.open(path, { readOnly: true })
    const { promise, resolve, reject } = Promise.withResolvers<'news' | 'stopped'>()
    const onNews = () => resolve('news')
    const onClose = () => reject(new Error('The connection was closed'))
    const onAbort = () => resolve('stopped')
    for (const name of ['exists', 'expunge', 'flags'] as const) this.#client.on(name, onNews)
    this.#client.on('close', onClose)
    signal.addEventListener('abort', onAbort)
    this.#idling ??= this.#client.idle().finally(() => (this.#idling = null))
    this.#idling.then(onAbort, reject)
    if (!this.usable) onClose()
    try {
      return await promise
    } finally {
      for (const name of ['exists', 'expunge', 'flags'] as const) this.#client.off(name, onNews)
      this.#client.off('close', onClose)
      signal.removeEventListener('abort', onAbort)
    }
  }

  async ping(): Promise<void> {
    await this.#client.noop()
  }

  async close(): Promise<void> {
    this.#client.close()
  }
}

function toFlags({ uid, flags, modseq, labels }: FetchMessageObject): RemoteFlags {
  return {
    uid,
    flags: [...(flags ?? [])],
    modseq: modseq === undefined ? null : String(modseq),
    labels: labels ? [...labels].sort() : null,
  }
}

/** imapflow answers a refusal with false. */
function accepted<T>(answer: T, what: string): Exclude<T, false | undefined | void> {
  if (!answer) throw new Error(`The server refused: ${what}`)
  return answer as Exclude<T, false | undefined | void>
}

function* parts(uids: readonly number[]): Generator<number[]> {
  for (let at = 0; at < uids.length; at += UIDS) yield uids.slice(at, at + UIDS)
}
