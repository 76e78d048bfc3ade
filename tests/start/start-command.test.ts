import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const START = fileURLToPath(new URL('../../bin/daybook.js', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-start-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The start command under whatever Node is on the path, as a stranger's shell has it. */
function daybook(argv: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn('node', [START, ...argv], { env: { ...process.env, DAYBOOK_DATA: join(folder, 'data'), ...env } })
  const closed = once(child, 'close').then(([code]) => Number(code))
  return { child, closed, stdout: text(child.stdout), stderr: text(child.stderr) }
}

describe('the start command', () => {
  it('runs the command line, and passes on its words, its input and its exit status', async () => {
    expect(await daybook(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+ on (Bun|Node) \d+\.\d+\.\d+\n$/)

    const created = daybook(['call', 'tasks.create', '-', '--json'])
    created.child.stdin.end('{"title":"A \\"quoted\\" -title"}')
    expect(JSON.parse(await created.stdout)).toMatchObject({ title: 'A "quoted" -title' })
    expect(await created.closed).toBe(0)

    expect(await daybook(['task', 'show', 'x']).closed).toBe(2)
  })

  it.each([
    ['bun', 'Bun'],
    ['node', 'Node'],
  ])('runs on the runtime that DAYBOOK_RUNTIME names: %s', async (DAYBOOK_RUNTIME, name) => {
    const { stdout, closed } = daybook(['--version', '--json'], { DAYBOOK_RUNTIME })
    expect(JSON.parse(await stdout)).toMatchObject({ runtime: { name } })
    expect(await closed).toBe(0)
  })

  it('says which runtimes there are', async () => {
    const refused = daybook(['--version'], { DAYBOOK_RUNTIME: 'deno' })
    expect(await refused.closed).toBe(1)
    expect(await refused.stdout).toBe('')
    expect(await refused.stderr).toContain('Set it to "bun" or "node"')
  })

  it('prints one line on stdout, serves pages and API, and ends in order with a signal', async () => {
    const server = daybook(['start', '--no-open', '--port', '0'])
    const [line] = (await once(server.child.stdout, 'data')) as [Buffer]
    const origin = /^Daybook is ready: (http:\/\/127\.0\.0\.1:\d+)\/sign-in#\S+\n$/.exec(String(line))![1]!
    expect((await fetch(`${origin}/health`)).status).toBe(200)
    expect(await (await fetch(`${origin}/`)).text()).toContain('<div id=')
    server.child.kill('SIGTERM')
    expect(await server.closed).toBe(0)
    await expect(fetch(`${origin}/health`)).rejects.toBeInstanceOf(Error)
  })

  it('says what a wrong setting is and how to mend it', async () => {
    const refused = daybook(['start', '--no-open', '--no-web', '--port', 'abc'])
    expect(await refused.closed).toBe(2)
    expect(await refused.stderr).toBe('DAYBOOK_PORT is "abc".\nGive a whole number from 0 to 65535.\n')
  })
})
