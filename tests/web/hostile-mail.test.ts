import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { designed, toMbox } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let tracker: Server
const loaded: string[] = []

beforeAll(async () => {
  // Stands for the sender's own server: whatever is asked of it is a leak.
  tracker = createServer((request, response) => {
    loaded.push(request.url ?? '')
    response.end('alert(1)')
  })
  await new Promise<void>((resolve) => tracker.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(tracker.address() as AddressInfo).port}`
  world = await openWorld(
    toMbox([
      designed({
        id: 'hostile',
        from: 'Mallory <mallory@example.org>',
        subject: 'You have won <script>top.hit=1</script>',
        date: '2026-11-18T10:00:00Z',
        html: hostile(address),
      }),
    ]),
  )
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  tracker?.close()
})

const hit = "top.hit=1;window.hit=1;document.title='hit'"
const hostile = (at: string) => `
  <html><head><base href="${at}/"><meta http-equiv="refresh" content="0;url=${at}/refresh"><link rel="stylesheet" href="${at}/style.css">
  <style>@import url(${at}/import.css); @font-face { font-family: x; src: url(${at}/font.woff2) } body { font-family: x; background: url(${at}/background.png) }</style></head>
  <body onload="${hit}" background="${at}/body.png">
  <p>A harmless sentence.</p>
  <script>${hit}</script><script src="${at}/script.js"></script>
  <img src="${at}/pixel.gif"><img srcset="${at}/set.png 2x" src="x" onerror="${hit}"><picture><source srcset="${at}/source.png"><img></picture>
  <svg onload="${hit}"><image href="${at}/svg.png"/><use href="${at}/use.svg#x"/><script>${hit}</script></svg>
  <div style="background-image:url('${at}/div.png')">styled</div><table background="${at}/table.png"><tr><td>t</td></tr></table>
  <iframe src="${at}/frame"></iframe><iframe srcdoc="<script>${hit}</script>"></iframe><object data="${at}/object"></object><embed src="${at}/embed">
  <video src="${at}/video.mp4" poster="${at}/poster.png" autoplay></video><audio src="${at}/audio.mp3" autoplay></audio>
  <form action="${at}/form"><input name="a" autofocus onfocus="${hit}"><button>Send</button></form>
  <a href="javascript:${hit}">click</a><a id="out" href="https://example.org/">a link</a>
  <math><mtext><table><mglyph><style><img src=x onerror="${hit}"></style></mglyph></table></mtext></math>
  </body></html>`

it('shows the mail, runs nothing of it and loads nothing for it', async () => {
  const { page, complaints } = await world.open()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /You have won/ }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByText('A harmless sentence.').waitFor()
  await page.waitForTimeout(500)

  expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined()
  expect(await page.title()).not.toBe('hit')
  expect(loaded).toEqual([])
  expect(asked.filter((url) => !url.startsWith(world.daybook.url) && !url.startsWith('data:'))).toEqual([])
  expect(
    await frame.locator('script, form, iframe, object, embed, video, audio, link, meta[http-equiv=refresh]').count(),
  ).toBe(0)
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox')
  expect(complaints).toEqual([])
})

it('says that pictures were held back, and shows the text alone when asked', async () => {
  const { page } = await world.open()
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /You have won/ }).click()
  await page.getByText('Pictures from the internet are not loaded').waitFor()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await page.getByText('A harmless sentence.').last().waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
})
