import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A browser of the system, started without a driver; undefined where there is none. */
export const loneBrowser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

/** Opens the first page of a local server. Every host below `.example` leads to the port `others`. */
export function startLoneBrowser(profile: string, { port, others }: { port: number; others: number }): ChildProcess {
  return spawn(
    loneBrowser ?? '',
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--host-resolver-rules=MAP *.example 127.0.0.1:${others}`,
      `http://127.0.0.1:${port}/`,
    ],
    { stdio: 'ignore', detached: true },
  )
}

/** Ends the browser with all its processes: hostile pages may keep it from ending by itself. */
export async function endLoneBrowser(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** Listens on any port of this machine; answers which. */
export function listenLocally(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** Waits until the browser has opened every page, at most so many seconds. */
export async function untilOpened(isDone: () => boolean, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !isDone();) {
    if (Date.now() > end) throw new Error(`The browser did not open every page within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
