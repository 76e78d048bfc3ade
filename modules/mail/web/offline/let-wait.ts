import { setConnection } from '#ui/data/connection.ts'
import { fullDate } from '#ui/format.ts'
import { showToast } from '#ui/toasts.ts'
import type { OpenLetter } from '../compose/use-letter.ts'
import { keepSend } from './send-queue.ts'
import { takeBackSend } from './send-queued.ts'

/**
 * Lets an open letter wait to be sent, and says so; `asked` is the key under which sending was asked for already. False
 * where this browser keeps nothing.
 */
export async function letThisWait(open: OpenLetter, asked: string | null, sendAt: string | null): Promise<boolean> {
  const { kept, attempt, unsaved } = open.handOver()
  const waits = await keepSend({
    kept,
    attempt,
    unsaved,
    saveKey: crypto.randomUUID(),
    sendKey: asked ?? crypto.randomUUID(),
    sendAt,
    asked: asked !== null,
  })
  if (!waits) return false
  // Whoever waits is looked after: the connection is tried again until somebody answers.
  setConnection('offline')
  const { to, cc, bcc } = kept.letter
  const people = [...to, ...cc, ...bcc].map(({ name, address }) => name || address).join(', ')
  showToast({
    message: 'Waits for the connection, then goes out',
    detail: sendAt ? `${people}, ${fullDate(sendAt)}` : people,
    ...(asked === null && { undo: () => void takeBackSend(kept.key) }),
  })
  return true
}
