import { join } from 'node:path'
import { below, notRun, type Check } from './lib/check.ts'
import { startDaybook } from './lib/daybook-process.ts'
import { hasProgram, root } from './lib/project.ts'
import { say } from './lib/say.ts'
import { spawned } from './lib/spawned.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { nodeProgram } from '../scripts/lib/run.ts'
import type { QuickAdded } from './web/quick-added.ts'

const LINES = 200
const QUICK_LINES = 40
/** What feels like at once. */
const SAVED_MILLISECONDS = 150
const KEY_MILLISECONDS = 50

/**
 * `tasks.quickadd`: lines are typed into the field for a new task in Chromium, each with a date, a label and more. In the
 * browser's own trace, from the Enter key to the answer that the task is saved; and from any other key to its frame.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  if (!hasProgram('chromium'))
    return { checks: [notRun('tasks.quickadd', SAVED_MILLISECONDS, 'There is no Chromium on the path')] }
  await using folder = await tempFolder()
  await using daybook = await startDaybook(join(folder.path, 'data'))
  // Browsers are driven from Node.
  await using driver = spawned([
    nodeProgram(),
    join(root, 'bench/web/type-lines.ts'),
    daybook.link,
    String(quick ? QUICK_LINES : LINES),
  ])
  const { saved, keys, tasks } = JSON.parse(await driver.line('{')) as QuickAdded
  say(`${tasks} tasks saved; from Enter to saved: ${saved.median} ms in the middle, ${saved.slowest} ms at most`)
  return {
    checks: [
      below('Enter to saved, p95, ms', saved.p95, SAVED_MILLISECONDS, saved),
      below('a key to its frame while chips follow, p95, ms', keys.p95, KEY_MILLISECONDS, keys),
    ],
  }
}
