import type { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '#client/problem-error.ts'
import { createDraft, updateDraft } from '#modules/mail/contract/drafts.ts'
import { sendDraft } from '#modules/mail/contract/outgoing.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showToast } from '#ui/toasts.ts'
import { compose } from '../compose/composing.ts'
import { keepLetter } from '../compose/kept-letters.ts'
import { toInput, titleOf, type Letter, type SavedAs } from '../compose/letter.ts'
import { tellSending } from '../compose/tell-sending.ts'
import { isOffline } from './is-offline.ts'
import { dropSend, keepSend, queuedSend, queuedSends, type QueuedSend } from './send-queue.ts'

let running = false

/**
 * Sends the letters that waited, the oldest first: saved whole, then sent, each step under a key of its own, so that a
 * letter goes once although an answer got lost or two windows are at it. What the server refuses is a letter again.
 */
export async function sendQueued(queries: QueryClient): Promise<void> {
  if (running) return
  running = true
  let changed = false
  try {
    for (const send of await queuedSends()) {
      try {
        await sendOne(send)
      } catch (error) {
        // Later it may be otherwise.
        if (error instanceof ProblemError && error.problem.retryable) return
        await giveBack(send, error)
      }
      changed = true
    }
  } finally {
    running = false
    if (changed) void refreshModules(queries, ['mail']).catch(() => undefined)
  }
}

/** Makes a letter that waited one to write on again; false where it is gone, or may be on its way already. */
export async function takeBackSend(key: string): Promise<boolean> {
  const send = await queuedSend(key)
  if (!send || send.asked) return false
  await dropSend(key)
  keepLetter(send.kept)
  compose({ kind: 'kept', key })
  return true
}

async function sendOne(send: QueuedSend): Promise<void> {
  const saved = await saveWhole(send)
  const { key } = send.kept
  // Somebody may have taken it back meanwhile.
  const now = saved && (await queuedSend(key))
  if (!now) return
  await keepSend({ ...now, asked: true })
  try {
    const outgoing = await api.call(
      sendDraft,
      { draftId: saved.id, rev: saved.rev, ...(now.sendAt && { at: now.sendAt }) },
      { idempotencyKey: now.sendKey },
    )
    await dropSend(key)
    tellSending(outgoing, now.sendAt)
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : null
    // Heard a while ago, and its answer forgotten since.
    if (code === 'already-sending') return dropSend(key)
    // A refusal is an answer: whether it was heard before is known no better than it was.
    if (!isOffline(error)) await keepSend(now)
    if (code !== 'too-late' || !now.sendAt) throw error
    // Its time passed while nobody could be reached: it goes at once.
    await keepSend({ ...now, sendAt: null, sendKey: crypto.randomUUID(), asked: false })
    const again = await queuedSend(key)
    if (again) await sendOne(again)
  }
}

/** Brings all of a letter to the server, step by step, each noted; null where it was taken back. */
async function saveWhole(send: QueuedSend): Promise<SavedAs | null> {
  const { key } = send.kept
  let now: QueuedSend | undefined = send
  const { attempt } = now
  if (attempt) {
    const saved = await save(send, attempt.letter, attempt.saved, attempt.key)
    const isWhole = JSON.stringify(attempt.letter) === JSON.stringify(send.kept.letter)
    now = await note(key, { attempt: null, unsaved: !isWhole }, saved)
  }
  if (now && (now.unsaved || !now.kept.saved)) {
    const saved = await save(now, now.kept.letter, now.kept.saved, now.saveKey)
    now = await note(key, { unsaved: false }, saved)
  }
  return now ? now.kept.saved : null
}

async function note(key: string, part: Partial<QueuedSend>, saved: SavedAs): Promise<QueuedSend | undefined> {
  const now = await queuedSend(key)
  if (!now) return undefined
  const next = { ...now, ...part, kept: { ...now.kept, saved } }
  await keepSend(next)
  return next
}

async function save({ kept }: QueuedSend, letter: Letter, saved: SavedAs | null, idempotencyKey: string) {
  const { inReplyTo, answers } = kept
  const { id, rev } = saved
    ? await api.call(updateDraft, { ...saved, ...toInput(letter) }, { idempotencyKey })
    : await api.call(
        createDraft,
        { ...toInput(letter), ...(inReplyTo && { inReplyTo, kind: answers }) },
        { idempotencyKey },
      )
  return { id, rev }
}

// Nothing that was written is lost: it waits as a letter, and its person is told why.
async function giveBack(send: QueuedSend, error: unknown): Promise<void> {
  const { key } = send.kept
  const now = (await queuedSend(key)) ?? send
  await dropSend(key)
  keepLetter(now.kept)
  const problem = error instanceof ProblemError ? error.problem : null
  const title = titleOf(now.kept.letter)
  // Its draft goes when it is sent; after so long the server remembers no more than that.
  const isUnsure = now.asked && problem?.code === 'draft-not-found'
  showToast({
    message: isUnsure ? `May have been sent, check: ${title}` : `Not sent: ${title}`,
    detail: isUnsure
      ? 'Its draft is gone. Look among what was sent before you send it again.'
      : problem
        ? [problem.detail, problem.remedy].filter(Boolean).join('. ')
        : String(error),
    failed: true,
    stays: true,
    action: { label: 'Open', run: () => compose({ kind: 'kept', key }) },
  })
}
