import { useEffect, useState } from 'react'
import { onSends, queuedSends, type QueuedSend } from '../offline/send-queue.ts'

/** The letters that wait in this browser to be sent, the oldest first. */
export function useQueuedSends(): QueuedSend[] {
  const [sends, setSends] = useState<QueuedSend[]>([])
  useEffect(() => {
    let gone = false
    const read = () => void queuedSends().then((all) => !gone && setSends(all))
    read()
    const end = onSends(read)
    return () => {
      gone = true
      end()
    }
  }, [])
  return sends
}
