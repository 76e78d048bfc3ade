import { expect, it } from 'vitest'
import { hits, openWithMail } from './search-app.ts'

const long = 'lorem ipsum dolor '.repeat(200)

it('cuts the line around what matched, and marks it', async () => {
  await using app = await openWithMail([{ subject: 'One', body: `${long}the power\nsupply hums ${long}` }])
  const [hit] = await hits(app, '"power supply"', { snippets: true })
  expect(hit!.snippet).toContain('\u0002power supply\u0003 hums')
  expect(hit!.snippet!.length).toBeLessThan(260)
  expect(hit!.snippet).toMatch(/^… .* …$/)
})

it.each([
  ['cafe', 'naïve café here', '\u0002café\u0003'],
  ["don't", 'I don’t know', '\u0002don’t\u0003'],
  ['電源', 'この電源を', '\u0002電源\u0003'],
  ['naï*', 'a NAÏVETÉ', '\u0002NAÏVETÉ\u0003'],
  ['power -subject:x', 'Power!', '\u0002Power\u0003'],
])('marks %s', async (q, body, marked) => {
  await using app = await openWithMail([{ subject: 'One', headers: ['Content-Type: text/plain; charset=utf-8'], body }])
  const [hit] = await hits(app, q, { snippets: true })
  expect(hit!.snippet).toContain(marked)
})

it('shows the beginning where the match is elsewhere, and no mark that stood in the text', async () => {
  await using app = await openWithMail([{ subject: 'Fan', body: 'a \u0002forged\u0003 mark' }])
  const [hit] = await hits(app, 'subject:fan -zzz', { snippets: true })
  expect(hit!.snippet).toBe('a forged mark')
})
