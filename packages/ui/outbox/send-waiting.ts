import type { QueryClient } from '@tanstack/react-query'
import { getConnection, subscribe } from '../data/connection.ts'
import { refreshModules } from '../data/refresh-modules.ts'
import { countOf } from '../format.ts'
import { showToast } from '../toasts.ts'
import type { OpenOutbox } from './open-outbox.ts'

/** What the server could not take for now is tried again without anything having changed. */
const RETRY_MILLISECONDS = 20_000

/** Sends what waits, says how much that was, and has the pages about it read anew. */
export async function sendWaiting(open: OpenOutbox<any>, queries: QueryClient): Promise<void> {
  const made = await open.run()
  if (made === 0) return
  const message = `${countOf(made, 'change')} made while you were offline ${made === 1 ? 'is' : 'are'} on the server`
  showToast({ message })
  await refreshModules(queries, open.modules).catch(() => undefined)
}

/** Sends what waits whenever the server is there again, and now and then; gives a function that ends it. */
export function keepSending(open: OpenOutbox<any>, queries: QueryClient): () => void {
  const send = () => {
    if (getConnection() !== 'offline') void sendWaiting(open, queries)
  }
  const end = subscribe(send)
  const timer = setInterval(send, RETRY_MILLISECONDS)
  send()
  return () => {
    end()
    clearInterval(timer)
  }
}
