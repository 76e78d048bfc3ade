import { job } from '#kernel/handlers.ts'
import { noteUnsubscribe, readUnsubscribeRequest, unsubscribeJob } from '../tidying/internal.ts'
import { Unreachable } from '../tidying/remote/request-public.ts'
import { remote } from '../tidying/remote/remote.ts'

/** Makes the one request that leaves a list. A second one, after a crash, does no harm: RFC 8058 asks for that. */
export default job(unsubscribeJob, async ({ input, ask, call, service }) => {
  const { url } = await ask(readUnsubscribeRequest, input)
  if (url === null) return null
  const problem = await problemOf(service(remote).unsubscribe(url))
  await call(noteUnsubscribe, { ...input, problem })
  return { problem }
})

/** What a person is told; null where the list took it. */
async function problemOf(request: Promise<number>): Promise<string | null> {
  try {
    const status = await request
    if (status >= 200 && status < 300) return null
    return status < 400 ? 'The list wants its page to be opened' : `The list refused it (${status})`
  } catch (cause) {
    if (cause instanceof Unreachable) return cause.message
    throw cause
  }
}
