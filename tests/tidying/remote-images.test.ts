import { describe, expect, it } from 'vitest'
import { allowImages, disallowImages, listImageSenders, modifyMessages } from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { codeOf, importBytes, messageCalled } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { openWithInternet, picture } from './internet.ts'

const html = (body: string, from = 'News <news@club.example>') =>
  mailText({ subject: 'News', id: 'n', from, headers: ['MIME-Version: 1.0', 'Content-Type: text/html'], body })

describe('remote images', () => {
  it('are blocked until this once, or always for a sender or their domain', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, html('<img src="http://img.example/a.png?who=bo"><p>Hello</p>'))
    expect(await show(app, id)).toMatchObject({ blocked: '1', state: 'blocked', images: [] })
    expect(await show(app, id, '?images=shown')).toMatchObject({
      blocked: '0',
      state: 'shown',
      images: [expect.any(String)],
    })

    const { id: listed } = await app.call(allowImages, { sender: 'club.example' })
    expect(await show(app, id)).toMatchObject({ state: 'shown' })
    expect(await show(app, id, '?images=blocked')).toMatchObject({ state: 'blocked', images: [] })
    expect(codeOf(await app.as(app.owner).call(allowImages, { sender: '@club.example' }))).toBe('already-allowed')
    await app.call(modifyMessages, { messageIds: [id], place: 'junk' })
    expect(await show(app, id)).toMatchObject({ state: 'blocked' })
    await app.call(modifyMessages, { messageIds: [id], place: 'inbox' })
    await app.call(disallowImages, { id: listed })
    expect(await show(app, id)).toMatchObject({ state: 'blocked' })
    expect(await app.call(listImageSenders, {})).toMatchObject({ items: [] })
    expect(internet.asked).toEqual([])
  })

  it('are fetched by Daybook as a stranger, kept, and served as what they are to whoever has the key', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, html('<img src="http://img.example/a.png?who=bo">'))
    for (const _ of [1, 2]) {
      const { images } = await show(app, id, '?images=shown')
      const answer = await app.fetch(images[0]!, {
        anonymous: true,
        headers: { cookie: 'secret=1', referer: 'http://x/' },
      })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture)
    }
    expect(internet.asked).toEqual(['GET img.example/a.png?who=bo'])
    expect(internet.headers[0]).not.toHaveProperty('cookie')
    expect(internet.headers[0]).not.toHaveProperty('referer')
  })

  it('are not shown where they are pixels, documents, or lie inside', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const sources = [
      'x.example/pixel.png',
      'x.example/svg.png',
      'inside.example/a.png',
      'x.example/inside',
      '10.0.0.1/a',
      '[::1]/a',
    ]
    const id = await receive(app, html(sources.map((source) => `<img src="https://${source}">`).join('')))
    const { images } = await show(app, id, '?images=shown')
    expect(images).toHaveLength(sources.length)
    for (const image of images) expect((await app.fetch(image, { anonymous: true })).status, image).toBe(404)
    expect(internet.asked).toEqual(['GET x.example/pixel.png', 'GET x.example/svg.png', 'GET x.example/inside'])
  })

  it('are not even asked for where the mail itself says that nobody is to see them', async () => {
    await using internet = await openWithInternet()
    const hidden = [
      'width="1" height="1"',
      'width=0',
      'style="display:none"',
      'style="width: 1px; height:1px"',
      'height="1px"',
    ]
    const seen = ['width="10"', 'style="width:100%"', 'style="max-width:1000px"', 'style="width:1.5em"']
    const id = await receive(
      internet.app,
      html([...hidden, ...seen].map((attributes) => `<img ${attributes} src="https://t.example/p.gif">`).join('')),
    )
    const { images, blocked } = await show(internet.app, id, '?images=shown')
    expect([images.length, blocked]).toEqual([seen.length, String(hidden.length)])
  })

  it('have keys that nobody can make up or change', async () => {
    await using internet = await openWithInternet()
    const { app } = internet
    const id = await receive(app, html('<img src="https://img.example/a.png">'))
    const [image] = (await show(app, id, '?images=shown')).images
    const changed = `${image!.slice(0, -3)}${image!.endsWith('AAA') ? 'BBB' : 'AAA'}`
    for (const path of [changed, '/api/v1/remote-images/x', '/api/v1/remote-images/v1.x.y']) {
      const answer = await app.fetch(path, { anonymous: true })
      expect(answer.status, path).toBe(404)
    }
    expect(internet.asked).toEqual([])
  })
})

async function receive(app: TestApp, source: string): Promise<string> {
  await importBytes(app, mbox([source]))
  return (await messageCalled(app, 'News')).id
}

async function show(app: TestApp, id: string, query = '') {
  const answer = await app.fetch(`/api/v1/emails/${id}/html${query}`)
  const text = await answer.text()
  return {
    blocked: answer.headers.get('x-blocked-remote'),
    state: answer.headers.get('x-remote-images'),
    images: [...text.matchAll(/src="(\/api\/v1\/remote-images\/[^"]+)"/g)].map(([, path]) => path!),
  }
}
