import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '#client/client.ts'
import { watchEvents } from '#kernel/builtin/contract.ts'
import { createToken, revokeToken } from '#modules/identity/contract.ts'
import { createTask } from '#modules/tasks/contract.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
beforeAll(async () => void (realtime = await openRealtimeApp()))
afterAll(() => realtime[Symbol.asyncDispose]())

/** Reads a stream's text until it holds something, then hangs up. */
async function readUntil(response: Response, wanted: RegExp): Promise<string> {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!wanted.test(text)) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value)
  }
  await reader.cancel()
  return text
}

const watch = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${realtime.url}/api/v1/events${query}`, {
    headers: { authorization: `Bearer ${realtime.app.token}`, ...headers },
  })

it('tells of events as server-sent events, each with its position as its id', async () => {
  const response = await watch('?types=tasks.created')
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const { id } = await realtime.app.call(createTask, { title: 'Streamed' })
  const text = await readUntil(response, /"event"/)
  expect(text).toContain(`"subjectId":"${id}"`)
  expect(text).toMatch(/id: \d+\ndata: \{"caughtUp":\d+\}/)
  expect(text).toMatch(/id: (\d+)\ndata: \{"event":.*"position":\1\}/)
})

it('goes on where a browser lost it', async () => {
  const first = await readUntil(await watch('?types=tasks.*'), /caughtUp/)
  const last = /id: (\d+)/.exec(first)![1]!
  for (const title of ['One', 'Two']) await realtime.app.call(createTask, { title })
  await realtime.app.settle()
  // A browser sends the address it began with, and where it was.
  const again = await readUntil(await watch('?types=tasks.*&after=0', { 'last-event-id': last }), /caughtUp/)
  expect([...again.matchAll(/"type":"tasks.created"/g)]).toHaveLength(2)
})

it('ends when its token does, and says why', async () => {
  const made = await realtime.app.call(createToken, { name: 'Short' })
  const client = createClient({ baseUrl: realtime.url, token: made.token })
  const records = client.stream(watchEvents, {})
  expect((await records.next()).value).toEqual({ caughtUp: expect.any(Number) })
  await realtime.app.call(revokeToken, { id: made.id })
  const rest = (async () => {
    for await (const record of records) expect(record).toBeDefined()
  })()
  await expect(rest).rejects.toMatchObject({ code: 'not-signed-in' })
  await expect.poll(() => realtime.app.daybook.kernel.services.live.followers).toBe(0)
})
