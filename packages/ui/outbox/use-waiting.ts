import { useEffect, useState } from 'react'
import { onOutboxes, openOutboxes, type OpenOutbox } from './open-outbox.ts'
import type { Waiting } from './waiting.ts'

/** A change that waits, with the outbox it lies in. */
export interface WaitingIn {
  waiting: Waiting
  open: OpenOutbox<any>
}

/** Everything that waits in this browser, the oldest first. */
export function useWaiting(): WaitingIn[] {
  const [all, setAll] = useState<WaitingIn[]>([])
  useEffect(() => {
    let reading = 0
    const read = async () => {
      const mine = ++reading
      const found = await Promise.all(
        openOutboxes().map(async (open) => (await open.outbox.all()).map((waiting) => ({ waiting, open }))),
      )
      if (mine === reading) setAll(found.flat().sort((a, b) => (a.waiting.place < b.waiting.place ? -1 : 1)))
    }
    void read()
    return onOutboxes(() => void read())
  }, [])
  return all
}
