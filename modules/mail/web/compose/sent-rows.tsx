import type { ReactNode } from 'react'
import { OutgoingRows } from './outgoing-rows.tsx'
import { QueuedRows } from './queued-rows.tsx'

/** What stands above the mail that was sent: letters that wait for the connection, and those on their way. */
export function SentRows({ whenNone }: { whenNone: ReactNode }) {
  return (
    <>
      <QueuedRows />
      <OutgoingRows whenNone={whenNone} />
    </>
  )
}
