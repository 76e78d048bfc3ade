import type { MailboxSync } from './mailbox-sync.ts'
import type { RemoteMessage } from './remote-store.ts'
import type { SyncRun } from './sync-run.ts'

/** How many parts a failed fetch is cut into, so that the one bad message is soon alone. */
const CUTS = 8
/** A message with which the connection is lost so often is set aside. */
const STRIKES = 2

/**
 * Fetches messages so that no one of them stops the others: what fails is tried again in smaller parts, and what fails
 * alone is set aside with a reason. A server that is out of reach altogether is the caller's to meet.
 */
export async function* fetchSafely(
  run: SyncRun,
  sync: MailboxSync,
  uids: readonly number[],
): AsyncGenerator<RemoteMessage> {
  const left = new Set(uids)
  let cause: unknown = null
  try {
    for await (const message of run.store.fetch(uids)) {
      if (!left.delete(message.uid)) continue
      yield message
    }
  } catch (problem) {
    cause = problem
  }
  if (left.size === 0) return
  run.context.signal.throwIfAborted()
  if (cause === null) return yield* unsent(run, left)

  if (left.size > 1) {
    await reopen(run, sync)
    const rest = [...left]
    const size = Math.ceil(rest.length / CUTS)
    for (let at = 0; at < rest.length; at += size) yield* fetchSafely(run, sync, rest.slice(at, at + size))
    return
  }
  yield* alone(run, sync, [...left][0]!, cause)
}

/** What was asked for and not sent: gone by now, or something that the server cannot send. */
async function* unsent(run: SyncRun, left: ReadonlySet<number>): AsyncGenerator<RemoteMessage> {
  const uids = [...left]
  const there = new Set(await run.store.listUids({ from: Math.min(...uids), below: Math.max(...uids) + 1 }))
  for (const uid of uids) {
    if (there.has(uid)) yield setAside(uid, 'not-sent', 'The server lists this message but does not send it')
  }
}

async function* alone(run: SyncRun, sync: MailboxSync, uid: number, first: unknown): AsyncGenerator<RemoteMessage> {
  let cause = first
  for (let strikes = 1; strikes < STRIKES; strikes++) {
    await reopen(run, sync)
    try {
      for await (const message of run.store.fetch([uid])) return yield message
      return
    } catch (problem) {
      cause = problem
    }
  }
  run.context.signal.throwIfAborted()
  await reopen(run, sync)
  run.context.log.warn({ mailbox: sync.row.id, uid, cause }, 'mail.message-set-aside')
  yield setAside(uid, codeOf(cause), 'The server cannot send this message')
}

async function reopen(run: SyncRun, sync: MailboxSync): Promise<void> {
  if (!run.store.usable) await run.renew()
  const { uidValidity } = await sync.open()
  if (uidValidity !== sync.row.uid_validity) throw new Error('The mailbox was numbered anew')
}

function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'LiteralTooLarge' || code === 'ResponseTooLarge' ? 'message-too-large' : 'not-readable'
}

function setAside(uid: number, code: string, reason: string): RemoteMessage {
  return {
    uid,
    flags: [],
    modseq: null,
    labels: null,
    receivedAt: null,
    remoteId: null,
    threadId: null,
    source: null,
    failure: { code, reason },
  }
}
