import type { AnyCall } from '#client/client.ts'
import { getMessage, getThread, listThreads, type Thread, type ThreadSummary } from '#modules/mail/contract.ts'
import { listIdentities } from '#modules/mail/contract/identities.ts'
import { api } from '#ui/data/api.ts'
import { askOrKept, isKept } from '#ui/data/kept-answers.ts'

const THREADS = 50
const MESSAGES = 3
const PAUSE_MILLISECONDS = 40
/** The first page of the inbox as the list asks for it, so that it is found there. */
const FIRST_PAGE = { place: 'inbox', limit: 100 } as const

/** How each thread was when it was kept: what is the same need not be read again. */
const known = new Map<string, string>()

/** Reads the newest threads of the inbox and the last messages of each, so that they are here while the server is away. */
export async function keepRecentMail(signal: AbortSignal): Promise<void> {
  // Who one is, for answers that are begun while the server is away.
  await read(listIdentities, {})
  const { items } = (await read(listThreads, FIRST_PAGE)) as { items: ThreadSummary[] }
  for (const summary of items.slice(0, THREADS)) {
    const { id, date, messages, unread, starred } = summary
    const mark = [date, messages, unread, starred].join(' ')
    if (known.get(id) === mark) continue
    if (signal.aborted) return
    const thread = (await read(getThread, { id })) as Thread
    for (const message of thread.messages.slice(-MESSAGES)) {
      if (signal.aborted) return
      if (!(await isKept(getMessage.name, { id: message.id }))) await read(getMessage, { id: message.id })
    }
    known.set(id, mark)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
}

const read = <Call>(operation: AnyCall<Call, unknown>, input: Call): Promise<unknown> =>
  askOrKept(operation.name, input, () => api.call(operation, input))
