import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { below, notRun, type Check } from './lib/check.ts'
import { startDaybook } from './lib/daybook-process.ts'
import { fillMail } from './lib/fill-mail.ts'
import { hasProgram, root } from './lib/project.ts'
import { say } from './lib/say.ts'
import { spawned } from './lib/spawned.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { zipfMail } from './lib/zipf-mail.ts'
import { nodeProgram } from '../scripts/lib/run.ts'
import type { Scrolled } from './web/scrolled.ts'

const MESSAGES = 100_000
const QUICK_MESSAGES = 5_000
/** Longer than this, and somebody sees a hole. */
const BLANK_MILLISECONDS = 100
const KEY_MILLISECONDS = 50

/**
 * `web.scroll`: Chromium scrolls the inbox of 100,000 messages by wheel, scrollbar and End key, and every frame is looked
 * at for an area of the list without a row. What is made stays in `DAYBOOK_BENCH_KEEP` where that is set.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  if (!hasProgram('chromium'))
    return { checks: [notRun('web.scroll', BLANK_MILLISECONDS, 'There is no Chromium on the path')] }
  const mail = zipfMail(quick ? QUICK_MESSAGES : MESSAGES)
  await using temporary = await tempFolder()
  const folder = process.env.DAYBOOK_BENCH_KEEP ?? temporary.path
  await mkdir(folder, { recursive: true })
  const data = join(folder, 'data')
  {
    await using filled = await startDaybook(data)
    await fillMail(filled, mail, folder)
  }
  // Filling it may take longer than a sign-in link is good for.
  await using daybook = await startDaybook(data)

  // Browsers are driven from Node.
  await using driver = spawned([
    nodeProgram(),
    join(root, 'bench/web/scroll-inbox.ts'),
    daybook.link,
    quick ? '3' : '10',
  ])
  const line = await driver.line('{')
  const { ways, keys } = JSON.parse(line) as Scrolled
  const checks = ways.map(({ way, longestBlank, frames, blankFrames, rowsSeen, longestFrame }) => {
    say(`${way}: ${frames} frames, ${blankFrames} with a hole, the longest hole ${longestBlank} ms, ${rowsSeen} rows`)
    const detail = { frames, blankFrames, rowsSeen, longestFrame }
    return below(`longest hole by ${way}, ms`, longestBlank, BLANK_MILLISECONDS, detail)
  })
  return {
    checks: [
      ...checks,
      below('slowest key in the palette, ms to the next frame', keys.slowest, KEY_MILLISECONDS, keys),
    ],
  }
}
