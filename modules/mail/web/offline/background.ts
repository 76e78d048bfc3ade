import type { QueryClient } from '@tanstack/react-query'
import { getConnection, subscribe } from '#ui/data/connection.ts'
import { dropOldAnswers } from '#ui/data/kept-answers.ts'
import { wakeLayers } from '#ui/layers-awake.ts'
import { keepSending } from '#ui/outbox/send-waiting.ts'
import { hasKeptLetters } from '../compose/kept-letters.ts'
import { keepRecentMail } from './keep-recent-mail.ts'
import { mailChanges } from './queue.ts'
import { sendQueued } from './send-queued.ts'

/** Late enough that nobody waits for it. */
const FIRST_MILLISECONDS = 4_000
const AGAIN_MILLISECONDS = 5 * 60_000
const RETRY_MILLISECONDS = 20_000

/** Keeps recent mail in this browser and makes the changes and sends the letters that waited for the server; gives a function that ends it. */
export function start(queries: QueryClient): () => void {
  const end = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    if (getConnection() === 'offline') return
    void sendQueued(queries)
  }
  const keep = async () => {
    // What nobody looks at need not be kept now.
    if (getConnection() !== 'offline' && document.visibilityState === 'visible') {
      await keepRecentMail(end.signal).catch(() => undefined)
      await dropOldAnswers()
    }
    if (!end.signal.aborted) timer = setTimeout(() => void keep(), AGAIN_MILLISECONDS)
  }
  timer = setTimeout(() => void keep(), FIRST_MILLISECONDS)
  end.signal.addEventListener('abort', subscribe(send))
  end.signal.addEventListener('abort', () => clearTimeout(timer))
  end.signal.addEventListener('abort', keepSending(mailChanges, queries))
  send()
  // What the server could not take for now is tried again without anything having changed.
  const retry = setInterval(send, RETRY_MILLISECONDS)
  end.signal.addEventListener('abort', () => clearInterval(retry))
  // The layer of letters offers what an earlier visit left behind.
  if (hasKeptLetters()) wakeLayers()
  return () => end.abort()
}
