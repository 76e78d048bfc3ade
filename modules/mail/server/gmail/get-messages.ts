import type { gmail_v1 } from '@googleapis/gmail'
import type { Call, GmailClient } from './gmail-client.ts'
import { GmailError, toGmailError } from './gmail-error.ts'
import { UNITS } from './quota-costs.ts'

/** Messages a request: enough to save round trips, few enough for the memory and for the quota of a moment. */
export const AT_ONCE = 20
/** Gets at a time where they go one by one. */
const PARALLEL = 5

/** No answer, not let in, not allowed: said of no message in particular. */
const OF_ALL = [0, 401, 403]

/** A message as it was got, null where it is gone, or why it cannot be had. */
export type Got = gmail_v1.Schema$Message | null | GmailError

/** Gets messages by id in one request where the server takes batches, else some at a time. In the order of the ids. */
export async function getMessages(client: GmailClient, ids: readonly string[], query: Call['query']): Promise<Got[]> {
  const gets = ids.map((id) => ({ path: `messages/${encodeURIComponent(id)}`, units: UNITS.getMessage, query }))
  const answers = ids.length > 1 ? await client.batch(gets) : null
  const got: Got[] = Array.from({ length: ids.length }, () => null)
  const left: number[] = []
  for (const n of gets.keys()) {
    const answer = answers?.[n]
    if (!answer || answer.status === 0) left.push(n)
    else if (answer.status === 200) got[n] = JSON.parse(answer.body) as gmail_v1.Schema$Message
    else {
      const error = toGmailError(answer.status, answer.body)
      // Asked again alone, where it is told apart whether it is the message's or everybody's.
      if (error.isTrouble || OF_ALL.includes(error.status) || error.isRateLimit) left.push(n)
      else got[n] = error.status === 404 ? null : error
    }
  }
  await inParallel(left, PARALLEL, async (n) => {
    got[n] = await getOne(client, gets[n]!.path, query)
  })
  const troubled = got.find((each) => each instanceof GmailError && each.isTrouble)
  if (troubled) await shownToWork(client, gets, got, troubled as GmailError)
  return got
}

/** Trouble with one message is that message's where another can still be had now; else it is Gmail's, and nobody's fault. */
async function shownToWork(
  client: GmailClient,
  gets: readonly { path: string }[],
  got: readonly Got[],
  trouble: GmailError,
): Promise<void> {
  const n = got.findIndex((each) => each !== null && !(each instanceof GmailError))
  if (n === -1) throw trouble
  await client.call(gets[n]!.path, { units: UNITS.getMessage, query: { format: 'minimal', fields: 'id' } })
}

async function getOne(client: GmailClient, path: string, query: Call['query']): Promise<Got> {
  try {
    return await client.call<gmail_v1.Schema$Message>(path, { units: UNITS.getMessage, query })
  } catch (cause) {
    if (!(cause instanceof GmailError)) throw cause
    if (cause.status === 404) return null
    // What the server says of this message alone is the message's; the rest ends the run.
    if (cause.isRateLimit || OF_ALL.includes(cause.status)) throw cause
    return cause
  }
}

/** Does something for each, so many at a time. */
export async function inParallel<T>(list: readonly T[], most: number, act: (item: T) => Promise<void>): Promise<void> {
  const items = list.values()
  const worker = async () => {
    for (const item of items) await act(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, worker))
}
