import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url))

/** What a server says on standard error until it has started. */
async function logOf(host: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-clear-'))
  const server = spawn(process.execPath, [cli, 'start', '--no-open', '--port', '0', '--data', folder], {
    env: { PATH: process.env.PATH!, HOME: folder, DAYBOOK_HOST: host },
  })
  let said = ''
  server.stderr.on('data', (bytes) => (said += String(bytes)))
  const closed = once(server, 'close')
  while (!said.includes('server.started') && server.exitCode === null)
    await Promise.race([once(server.stderr, 'data'), closed])
  server.kill('SIGTERM')
  await closed
  await rm(folder, { recursive: true, force: true })
  return said
}

it('a server that listens on a network without TLS says so, with what to do', async () => {
  const line = (await logOf('0.0.0.0')).split('\n').find((text) => text.includes('server.in-the-clear'))
  expect(JSON.parse(line!)).toMatchObject({ level: 'warn', remedy: expect.stringContaining('DAYBOOK_URL') })
  expect(await logOf('127.0.0.1')).not.toContain('in-the-clear')
}, 60_000)
