import { describe, expect, it } from 'vitest'
import {
  blockSender,
  getMessage,
  listBlockedSenders,
  listMessages,
  modifyMessages,
  unblockSender,
} from '#modules/mail/contract.ts'
import { codeOf, neighbour, openMailApp, stranger } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { arrive, arriveAgain } from './arrive.ts'

describe('a blocked sender', () => {
  it('has new mail put into junk: by address, by domain, and by what lies below the domain', async () => {
    await using app = await openMailApp()
    await app.call(blockSender, { sender: ' Spam@One.test ' })
    await app.call(blockSender, { sender: '@shop.example' })
    await arrive(
      app,
      [
        'spam@one.test',
        'SPAM@ONE.TEST',
        'ada@one.test',
        'x@shop.example',
        'x@news.shop.example',
        'x@myshop.example',
      ].map((from, n) => mailText({ subject: from, from, id: `m${n}` })),
    )
    const { items } = await app.call(listMessages, { place: 'junk' })
    expect(items.map(({ subject }) => subject).toSorted()).toEqual([
      'SPAM@ONE.TEST',
      'spam@one.test',
      'x@news.shop.example',
      'x@shop.example',
    ])
  })

  it('is let in again, and what a person takes out of junk stays out', async () => {
    await using app = await openMailApp()
    const { id } = await app.call(blockSender, { sender: 'bo@other.test' })
    const [first] = await arrive(app, [mailText({ from: 'bo@other.test', id: 'a' })])
    await app.call(modifyMessages, { messageIds: [first!], place: 'inbox' })
    await arriveAgain(app, [first!])
    expect(await app.call(getMessage, { id: first! })).toMatchObject({ place: 'inbox' })

    await app.call(unblockSender, { id })
    const [second] = await arrive(app, [mailText({ from: 'bo@other.test', id: 'b' })])
    expect(await app.call(getMessage, { id: second! })).toMatchObject({ place: 'inbox' })
    expect(await app.call(listBlockedSenders, {})).toMatchObject({ items: [] })
  })

  it('is refused where it is none, stands there already, or is on the list of somebody else', async () => {
    await using app = await openMailApp()
    const tries = app.as(app.owner)
    for (const sender of ['nobody', '@', 'a b@c.test', 'x@', 'a@b.test, c@d.test', 'http://x.test/'])
      expect(codeOf(await tries.call(blockSender, { sender })), sender).toBe('not-a-sender')
    const { id } = await app.call(blockSender, { sender: 'bo@other.test' })
    expect(codeOf(await tries.call(blockSender, { sender: 'BO@other.test' }))).toBe('already-blocked')
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(unblockSender, { id }))).toBe('sender-not-found')
      expect(await app.as(actor).call(listBlockedSenders, {})).toMatchObject({ items: [] })
    }
  })
})
