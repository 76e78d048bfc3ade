import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { copyRepository } from './copy-repository.ts'

it('adds a module by a folder and a line, and finds it on every surface', { timeout: 180_000 }, async () => {
  using copy = copyRepository()
  const inCopy = (...parts: string[]) => join(copy.folder, ...parts)
  const runtime = (...argv: string[]) =>
    execFileSync(process.execPath, argv, { cwd: copy.folder, encoding: 'utf8', env })
  const env = { ...process.env, DAYBOOK_DATA: inCopy('data') }

  cpSync(fileURLToPath(new URL('./sample', import.meta.url)), inCopy('modules', 'sample'), { recursive: true })
  const list = readFileSync(inCopy('modules', 'index.ts'), 'utf8')
  writeFileSync(inCopy('modules', 'index.ts'), list.replace(/\] as const/, "  'sample',\n] as const"))
  // A forgotten generator is told by the check, with the names of the stale files.
  const check = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], {
    cwd: copy.folder,
    encoding: 'utf8',
    env,
  })
  expect(check.status).toBe(1)
  expect(check.stdout).toContain('stale: modules/registry/contract.ts')
  runtime('scripts/generate.ts')

  // The promises of the API have grown by it.
  expect(readFileSync(inCopy('contracts', 'operations.md'), 'utf8')).toContain('## sample.make-wish')
  expect(readFileSync(inCopy('contracts', 'schema.sql'), 'utf8')).toContain('CREATE TABLE sample_wish')

  const server = spawn(process.execPath, ['bin/daybook.js', 'start', '--no-open', '--port', '0'], {
    cwd: copy.folder,
    env,
  })
  try {
    const [line] = await once(server.stdout, 'data')
    const origin = /http:\/\/[^/]+/.exec(String(line))![0]

    // REST and its document, from which the palette takes its operations.
    const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as { paths: Record<string, any> }
    expect(document.paths['/api/v1/wishes'].post['x-daybook-operation']).toMatchObject({
      name: 'sample.make-wish',
      kind: 'command',
    })
    const { token } = JSON.parse(runtime('bin/daybook.js', 'token', 'create', '--json')) as { token: string }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const made = await fetch(`${origin}/api/v1/wishes`, { method: 'POST', headers, body: '{"text":"Rain"}' })
    expect(made.status).toBeLessThan(300)

    // The command line.
    expect(runtime('bin/daybook.js', 'help')).toMatch(/wish add +Make a wish/)
    expect(JSON.parse(runtime('bin/daybook.js', 'wish', 'add', 'More', 'rain', '--json'))).toMatchObject({
      text: 'More rain',
    })
    const wishes = JSON.parse(runtime('bin/daybook.js', 'wish', 'list', '--json')) as { items: { text: string }[] }
    expect(wishes.items.map(({ text }) => text)).toEqual(['More rain', 'Rain'])

    // The web app: its place in the rail and the palette, and its page.
    const assets = readdirSync(inCopy('apps', 'web', 'dist', 'assets')).filter((name) => name.endsWith('.js'))
    const built = assets.map((name) => readFileSync(inCopy('apps', 'web', 'dist', 'assets', name), 'utf8')).join('\n')
    expect(built).toContain('Wishing well')
    expect(built).toContain('The page of the wishing well')
    expect((await fetch(`${origin}/wishes`)).status).toBe(200)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'close')
  }
})
