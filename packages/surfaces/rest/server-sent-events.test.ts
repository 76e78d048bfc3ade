import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleApp, refusalOf, type SampleApp } from '../testing/open-sample-app.ts'
import { exampleId } from '../testing/sample-contract.ts'
import { endedStreams } from '../testing/sample-module.ts'

let samples: SampleApp
beforeAll(async () => void (samples = await openSampleApp()))
afterAll(() => samples[Symbol.asyncDispose]())

const watch = (end: string, id = exampleId, headers = {}) =>
  samples.send('GET', `/api/v1/samples/${id}/watch?end=${end}`, { headers })
const recordsOf = (text: string) =>
  text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => JSON.parse(event.slice(6)))

it('sends a record an event, and ends', async () => {
  const response = await watch('well')
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(recordsOf(await response.text())).toEqual([{ n: 1 }, { n: 2 }])
})

it('refuses before the first record as every operation does', async () => {
  expect(await refusalOf(await watch('well', '01933b6e-8f00-7000-8000-00000000dead'))).toEqual({
    status: 404,
    code: 'sample-not-found',
  })
})

it('ends with the problem when it is refused later', async () => {
  const records = recordsOf(await (await watch('refused')).text())
  expect(records.slice(0, 2)).toEqual([{ n: 1 }, { n: 2 }])
  expect(records[2].problem).toMatchObject({ code: 'sample-lost', status: 503, requestId: expect.any(String) })
})

it('ends with the request id when it breaks, and the log has the cause', async () => {
  const text = await (await watch('broken', exampleId, { 'x-request-id': 'broken-1' })).text()
  expect(recordsOf(text)[2].problem).toMatchObject({ code: 'internal', requestId: 'broken-1' })
  expect(text).not.toContain('a detail')
  expect(samples.logged.at(-1)).toMatchObject({
    event: 'stream-failed',
    fields: { operation: 'sample.watch', requestId: 'broken-1' },
  })
})

it('stops the work when the caller has gone', async () => {
  const response = await watch('never')
  const reader = response.body!.getReader()
  await reader.read()
  await reader.cancel()
  await expect.poll(() => endedStreams.includes('never')).toBe(true)
})
