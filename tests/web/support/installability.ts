import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from './browser.ts'

/** Why Chromium would not install a page as an app. It installs nothing from contexts that forget, so this one has a folder. */
export async function installabilityErrors(url: string): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: chromiumFlags,
    headless: true,
  })
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.evaluate(() => navigator.serviceWorker.ready)
    const session = await context.newCDPSession(page)
    const answer = await session.send('Page.getInstallabilityErrors')
    return answer.installabilityErrors
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}
