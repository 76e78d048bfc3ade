import type { QueryClient } from '@tanstack/react-query'
import { keepSending } from '#ui/outbox/send-waiting.ts'
import { dumpOutbox } from './dump-outbox.ts'

/** Sends what was written down and waited for the server; gives a function that ends it. */
export function start(queries: QueryClient): () => void {
  return keepSending(dumpOutbox, queries)
}
