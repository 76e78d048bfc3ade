import type { DaybookProcess } from './daybook-process.ts'
import { hasProgram } from './project.ts'
import { spawned } from './spawned.ts'
import { tempFolder } from './temp-folder.ts'

const PATIENCE_MILLISECONDS = 60_000

/** Opens the sign-in link in a real browser that stays open, and resolves when the page has signed in; null without Chromium. */
export async function openPage(daybook: DaybookProcess): Promise<AsyncDisposable | null> {
  const program = ['chromium', 'chromium-browser', 'google-chrome'].find(hasProgram)
  if (!program) return null
  await using opened = new AsyncDisposableStack()
  const profile = opened.use(await tempFolder())
  const options = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${profile.path}`,
  ]
  opened.use(spawned([program, ...options, daybook.link]))

  const before = performance.now()
  while ((await daybook.call<{ items: unknown[] }>('GET', '/auth/sessions')).items.length === 0) {
    if (performance.now() - before > PATIENCE_MILLISECONDS) throw new Error('The browser did not sign in')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  // The pages behind the sign-in load now.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  return opened.move()
}
