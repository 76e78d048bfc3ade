import { below, notRun, type Check } from './lib/check.ts'
import { residentMegabytes } from './lib/cpu-time.ts'
import { quiet, startCommand, startDaybook } from './lib/daybook-process.ts'
import { freePort } from './lib/free-port.ts'
import { median } from './lib/median.ts'
import { openPage } from './lib/open-page.ts'
import { root, runtime } from './lib/project.ts'
import { say } from './lib/say.ts'
import { spawned } from './lib/spawned.ts'
import { tempFolder } from './lib/temp-folder.ts'

const ROUNDS = 5
const START_MILLISECONDS = 500
const MEGABYTES = 80
const REST_SECONDS = 30

/** `start.cold`: from the runtime's start to a page, and the memory of a server that somebody has looked at. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const fresh: number[] = []
  const existing: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    await using folder = await tempFolder()
    fresh.push(await timeStart(folder.path))
    existing.push(await timeStart(folder.path))
    say(
      `round ${round}: ${fresh.at(-1)!.toFixed(0)} ms into a new folder, ${existing.at(-1)!.toFixed(0)} ms into one that is there`,
    )
  }
  return {
    checks: [
      below(
        'start into a new folder, ms to 200 on /health and /',
        median(fresh),
        START_MILLISECONDS,
        fresh.map(Math.round),
      ),
      below(
        'start into an existing folder, ms to 200 on /health and /',
        median(existing),
        START_MILLISECONDS,
        existing.map(Math.round),
      ),
      await measureMemory(quick ? 5 : REST_SECONDS),
    ],
  }
}

/** Milliseconds from the runtime's start to an answer of 200 on `/health` and then on `/`. */
async function timeStart(dataFolder: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  await using server = spawned([runtime, ...startCommand(dataFolder, port)], { cwd: root, env: quiet })
  const failed = server.ended.then((code) => {
    throw new Error(`The server ended with ${code}: ${server.errors()}`)
  })
  const answered = answers(`http://127.0.0.1:${port}/health`).then(() => answers(`http://127.0.0.1:${port}/`))
  await Promise.race([answered, failed])
  const milliseconds = performance.now() - started
  failed.catch(() => undefined)
  return milliseconds
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.arrayBuffer().then(() => response.status),
      // Nobody listens yet.
      () => 0,
    )
    if (status === 200) return
    if (status > 0) throw new Error(`${url} was answered ${status}: build the web app first, by npm start`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function measureMemory(seconds: number): Promise<Check> {
  const name = `resident memory ${seconds} s after a page load, MB`
  await using folder = await tempFolder()
  await using daybook = await startDaybook(folder.path)
  const page = await openPage(daybook)
  if (!page) return notRun(name, MEGABYTES, 'There is no Chromium on the path to load the page with')
  await using opened = new AsyncDisposableStack()
  opened.use(page)
  const loaded = residentMegabytes(daybook.process.pid)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return below(name, residentMegabytes(daybook.process.pid), MEGABYTES, { afterLoad: Math.round(loaded) })
}
