import { describe, expect, it } from 'vitest'
import { getUnsubscribe, listUnsubscribes, unsubscribe } from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { codeOf, importBytes, messageCalled, neighbour, rows, stranger } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { openWithInternet } from './internet.ts'

const news = (unsubscribeAt: string, more: string[] = []) =>
  mailText({
    subject: 'News',
    id: 'news',
    from: 'news@club.example',
    headers: [
      `List-Unsubscribe: <mailto:out@club.example>, <${unsubscribeAt}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'DKIM-Signature: v=1; a=rsa-sha256; d=club.example; h=From:List-Unsubscribe:List-Unsubscribe-Post; b=abc',
      ...more,
    ],
  })

describe('leaving a list with one click', () => {
  it('is one request that says what is wanted and no more, and tells how it went', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, news('https://club.example/leave?who=bo-17'))
    expect(await app.call(getUnsubscribe, { id })).toEqual({
      oneClick: { host: 'club.example', signature: 'unknown' },
      mail: { to: 'out@club.example', subject: 'unsubscribe', body: '' },
      page: 'https://club.example/leave?who=bo-17',
      last: null,
    })
    const asked = await app.call(unsubscribe, { id })
    expect(asked.unsubscribe).toMatchObject({ state: 'waiting', host: 'club.example' })
    await app.settle()
    expect((await app.call(getUnsubscribe, { id })).last).toMatchObject({ state: 'done', problem: null })
    expect(internet.asked).toEqual(['POST club.example/leave?who=bo-17'])
    expect(internet.bodies).toEqual(['List-Unsubscribe=One-Click'])
    expect(internet.headers[0]).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(internet.headers[0]).not.toHaveProperty('cookie')
    expect(codeOf(await app.as(app.owner).call(unsubscribe, { id }))).toBe('already-asked')
    const kept = await rows(app, 'SELECT * FROM audit_detail')
    expect(JSON.stringify(kept)).not.toContain('bo-17')
  })

  it('says why it failed, and can be tried again', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, news('https://club.example/leave'))
    const attempts: [number, string | null][] = [
      [500, 'The list refused it (500)'],
      [302, 'The list wants its page to be opened'],
      [202, null],
    ]
    for (const [status, problem] of attempts) {
      internet.status = status
      await app.call(unsubscribe, { id })
      await app.settle()
      expect((await app.call(getUnsubscribe, { id })).last).toMatchObject({ problem })
    }
    expect((await app.call(listUnsubscribes, {})).items.map(({ state }) => state)).toEqual(['done', 'failed', 'failed'])
  })

  it('never asks what lies inside', async () => {
    await using internet = await openWithInternet()
    const id = await receive(internet.app, news('https://inside.example/leave'))
    await internet.app.call(unsubscribe, { id })
    await internet.app.settle()
    expect((await internet.app.call(getUnsubscribe, { id })).last).toMatchObject({
      state: 'failed',
      problem: 'It does not lie in the public internet',
    })
    expect(internet.asked).toEqual([])
  })

  it('is not offered for http, or where the signature did not hold; nor to anybody else', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, news('http://club.example/leave'))
    expect(await app.call(getUnsubscribe, { id })).toMatchObject({ oneClick: null, page: 'http://club.example/leave' })
    expect(codeOf(await app.as(app.owner).call(unsubscribe, { id }))).toBe('no-one-click')
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(getUnsubscribe, { id }))).toBe('message-not-found')
      expect(codeOf(await app.as(actor).call(unsubscribe, { id }))).toBe('message-not-found')
    }
    expect(internet.asked).toEqual([])
  })
})

async function receive(app: TestApp, source: string): Promise<string> {
  await importBytes(app, mbox([source]))
  return (await messageCalled(app, 'News')).id
}
