import type { z } from 'zod'
import { modifyMessages } from '#modules/mail/contract.ts'
import { api } from '#ui/data/api.ts'
import { countOf } from '#ui/format.ts'
import { openOutbox } from '#ui/outbox/open-outbox.ts'

type Change = z.input<typeof modifyMessages.input>

/** Changes of mail that wait in this browser until the server is there again. */
export const mailChanges = openOutbox<Change>('mail-changes', {
  modules: ['mail'],
  send: async (change, { key }) => void (await api.call(modifyMessages, change, { idempotencyKey: key })),
})

/** Lets a change wait; the answer is its place in the queue, or null where the browser keeps nothing. */
export async function queueChange(change: Change): Promise<string | null> {
  const waiting = await mailChanges.outbox.add({ label: wordsOf(change), change })
  return waiting?.place ?? null
}

export const dropChange = (place: string): Promise<void> => mailChanges.outbox.drop(place)

function wordsOf({ threadIds = [], messageIds = [], place, starred, seen }: Change): string {
  const of = threadIds.length > 0 ? countOf(threadIds.length, 'conversation') : countOf(messageIds.length, 'message')
  if (place) return `${of} to ${place}`
  if (starred !== undefined) return `${of} ${starred ? 'starred' : 'no longer starred'}`
  if (seen !== undefined) return `${of} marked as ${seen ? 'read' : 'unread'}`
  return `Labels of ${of}`
}
