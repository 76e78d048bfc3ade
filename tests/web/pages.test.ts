import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { View } from './support/browser.ts'
import { pagesOf } from './support/pages.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World
let pages: [name: string, path: string][]

beforeAll(async () => {
  world = await openWorld()
  await addTasks(world)
  pages = await pagesOf(world)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const contexts: [device: string, view: View, sizes: [width: number, height: number][]][] = [
  [
    'a phone',
    { width: 390, height: 844, touch: true },
    [
      [390, 844],
      [360, 740],
    ],
  ],
  ['a desk', {}, [[1280, 800]]],
]
const themes = ['light', 'dark', 'calm']

it.each(contexts)(
  'on %s no page scrolls sideways in any theme, and a finger meets every control',
  async (_, view, sizes) => {
    const { page, complaints } = await world.open(view)
    for (const [name, path] of pages) {
      await page.goto(world.daybook.url + path)
      await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor()
      await page.waitForLoadState('networkidle')
      for (const [width, height] of sizes)
        for (const theme of themes) {
          await page.setViewportSize({ width, height })
          await page.evaluate(wear, theme)
          const where = `${name} ${theme} ${width}`
          await drawn(page, where)
          expect.soft(await page.evaluate(sticksOut), where).toEqual([])
          if (view.touch) expect.soft(await page.evaluate(smallControls), where).toEqual([])
        }
    }
    expect(complaints).toEqual([])
    await page.context().close()
  },
  180_000,
)

/** Puts a theme on without loading the page again. */
function wear(theme: string): void {
  const { dataset } = document.documentElement
  dataset.scheme = theme === 'dark' ? 'dark' : 'light'
  if (theme === 'calm') dataset.calm = ''
  else delete dataset.calm
}

// For whoever wants to look: a picture of every page in every view.
async function drawn(page: Page, name: string): Promise<void> {
  const folder = process.env.DAYBOOK_PAGES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) })
}

// What can be scrolled by itself, such as a patch, may be wider than the page.
function sticksOut(): string[] {
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) return [`the page is ${root.scrollWidth} wide`]
  return [...document.querySelectorAll<HTMLElement>('header, main, main *')].flatMap((element) => {
    const { overflowX } = getComputedStyle(element)
    const scrolls = (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1
    return scrolls && !element.matches('pre, pre *, .overflow-x-auto') ? [element.outerHTML.slice(0, 120)] : []
  })
}

// Links inside sentences are left out, as WCAG 2.5.8 has it; a box to tick is met by its label too.
function smallControls(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, select, input, summary, nav a, [data-focus]')]
  return controls.flatMap((control) => {
    const label = control.closest('label') ?? control
    const { width, height } = label.getBoundingClientRect()
    const shown = width > 1 && height > 1 && getComputedStyle(control).visibility !== 'hidden'
    return shown && (width < 44 || height < 44) ? [`${control.outerHTML.slice(0, 120)} is ${width} x ${height}`] : []
  })
}
