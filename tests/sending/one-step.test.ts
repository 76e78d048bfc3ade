import { afterEach, beforeEach, expect, it } from 'vitest'
import { composeAndSend, listDrafts } from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { connect, headerOf, openSendingApp, post, untilState, upload } from './sending-app.ts'

let server: MailServer
let app: TestApp
beforeEach(async () => {
  server = await startMailServer()
  app = await openSendingApp()
})
afterEach(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

it('writes and sends a letter in one step, its text out of a file, with others beside it', async () => {
  await connect(app, server)
  const { status, value } = await post(app, composeAndSend, {
    to: ['Ben <ben@example.test>', 'cleo@example.test'],
    bcc: ['eve@example.test'],
    subject: 'Report',
    bodyFile: await upload(app, 'report.txt', 'All is wéll'),
    attachments: [await upload(app, 'figures.csv', '1,2\n')],
  })
  expect(status, JSON.stringify(value)).toBe(200)
  await untilState(app, value.id, 'sent')
  const [letter] = server.received
  expect(letter!.to).toEqual(['ben@example.test', 'cleo@example.test', 'eve@example.test'])
  expect(headerOf(letter!.source, 'To')).toBe('Ben <ben@example.test>, cleo@example.test')
  expect(letter!.source).toContain('All is w=C3=A9ll')
  expect(letter!.source).toContain('filename=figures.csv')
})

it('leaves nothing behind of what could not be sent', async () => {
  const missing = '01933b6e-8f00-7000-8000-000000000001'
  const codes: string[] = []
  for (const [letter, account] of [
    [{ to: ['ben@example.test'] }, false],
    [{ to: [] }, true],
    [{ to: ['not an address'] }, true],
    [{ to: ['ben@example.test'], bodyFile: missing }, true],
    [{ to: ['ben@example.test'], attachments: [missing] }, true],
    [{ to: ['ben@example.test'], identityId: missing }, true],
  ] as const) {
    if (account && codes.length === 1) await connect(app, server)
    codes.push((await post(app, composeAndSend, { ...letter })).value.code)
  }
  expect(codes).toEqual([
    'no-sender',
    'no-recipient',
    'bad-address',
    'upload-not-found',
    'upload-not-found',
    'identity-not-found',
  ])
  expect((await app.call(listDrafts, {})).items).toEqual([])
  expect(server.connections).toBe(0)
})
