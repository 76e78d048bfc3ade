import { execFileSync } from 'node:child_process'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** What Chromium is started with here. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium that the machine has. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags, headless: true })
}

/** Where the machine has its Chromium. */
export const chromiumPath = (): string => execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()

export interface View {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  calm?: boolean
  /** A finger instead of a pointer. */
  touch?: boolean
  /** Lets the app be kept: answers that a test makes up no longer reach what is kept. */
  kept?: boolean
  cookies?: Awaited<ReturnType<BrowserContext['cookies']>>
}

/** A page of its own context. Whatever it complains about is kept in `complaints`. */
export async function openPage(
  browser: Browser,
  view: View = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1280, height: view.height ?? 800 },
    colorScheme: view.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...(view.touch && { hasTouch: true, isMobile: true }),
    serviceWorkers: view.kept ? 'allow' : 'block',
  })
  if (view.cookies) await context.addCookies(view.cookies)
  if (view.calm) await context.addInitScript(keepCalm)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return { page, context, complaints }
}

// A sandboxed frame has no storage to keep it in.
function keepCalm(): void {
  if (window === window.top) localStorage.setItem('daybook.preferences', '{"calm":true}')
}
