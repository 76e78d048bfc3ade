import { connect } from 'node:net'
import { expect, it } from 'vitest'
import identity from '#modules/identity/server/module.ts'
import { serve } from '#platform/runtime/serve.ts'
import { exampleId } from '#surfaces/testing/sample-contract.ts'
import { endedStreams, sampleModule } from '#surfaces/testing/sample-module.ts'
import { openTestApp } from '#testing/test-app.ts'

it('a stream on the wire ends its work when the caller hangs up', async () => {
  await using app = await openTestApp({ modules: [identity, sampleModule] })
  const listener = await serve({
    fetch: (request, info) => app.daybook.app.fetch(request, info),
    port: 0,
    hostname: '127.0.0.1',
  })
  const socket = connect(listener.port, '127.0.0.1')
  socket.write(
    `GET /api/v1/samples/${exampleId}/watch?end=never HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${app.token}\r\n\r\n`,
  )

  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  // Both records are here while the stream is still open.
  await expect.poll(() => text).toContain('data: {"n":2}')
  expect(endedStreams).not.toContain('never')

  socket.destroy()
  await expect.poll(() => endedStreams).toContain('never')
  await listener.cutOff()
})
