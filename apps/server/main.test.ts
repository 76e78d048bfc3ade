import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
let folder: string
const started: Server[] = []
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'server-'))))
afterEach(async () => {
  for (const server of started.splice(0)) await server.end('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Server {
  process: ChildProcess
  out: string
  errors: string
  /** Resolves with the exit status, or the signal. */
  exit: Promise<number | NodeJS.Signals>
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

function start(parameters: string[] = [], environment: Record<string, string> = {}): Server {
  const all = [
    cli,
    'start',
    '--no-open',
    '--data',
    folder,
    ...(parameters.includes('--port') ? [] : ['--port', '0']),
    ...parameters,
  ]
  const child = spawn(process.execPath, all, { env: { PATH: process.env.PATH!, HOME: folder, ...environment } })
  const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  const server: Server = { process: child, out: '', errors: '', exit, end: (signal) => (child.kill(signal), exit) }
  child.stdout.on('data', (bytes) => (server.out += String(bytes)))
  child.stderr.on('data', (bytes) => (server.errors += String(bytes)))
  started.push(server)
  return server
}

/** The origin out of the one line on stdout. */
async function ready(server: Server): Promise<string> {
  const failed = server.exit.then((status) => Promise.reject(new Error(`ended with ${status}: ${server.errors}`)))
  while (!server.out.includes('\n')) await Promise.race([once(server.process.stdout!, 'data'), failed])
  return new URL(/http\S+/.exec(server.out)![0]).origin
}

const serverFile = async () =>
  JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')) as { url: string; token: string }

/** An upload whose body is half sent. */
async function beginUpload(url: string) {
  const { token } = await serverFile()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes) => (answer += String(bytes)))
  socket.on('error', () => undefined)
  socket.write(
    `POST /api/v1/uploads?name=x HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-length: 10\r\n\r\nhello`,
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  return {
    async finish() {
      socket.write('world')
      while (!answer.includes('sha256')) await once(socket, 'data')
      return answer
    },
  }
}

describe('the server as a process', () => {
  it('says one line, answers, and leaves a clean folder when it is told to stop', async () => {
    const server = start()
    const url = await ready(server)
    expect((await (await fetch(`${url}/health`)).json()) as object).toEqual({ status: 'healthy' })
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await fetch(`${url}/api/v1/auth/me`)).status).toBe(401)

    const { url: own, token } = await serverFile()
    expect(own).toBe(url)
    expect((await fetch(`${url}/api/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    expect((await stat(join(folder, 'server.json'))).mode & 0o777).toBe(0o600)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('operation="identity.me",status="401"} 1')

    expect(await server.end('SIGTERM')).toBe(0)
    expect(server.out).toMatch(/^Daybook is ready: http:\/\/127\.0\.0\.1:\d+\/sign-in#\S+\n$/)
    expect(server.errors).not.toContain(token)
    expect(existsSync(join(folder, 'server.json'))).toBe(false)
    expect(existsSync(join(folder, 'daybook.sqlite-wal'))).toBe(false)
  })

  it('refuses a folder for which another one answers', async () => {
    const url = await ready(start())
    const second = start()
    expect(await second.exit).toBeGreaterThan(0)
    expect(second.errors).toContain(`already runs for ${folder} at ${url}`)
    expect(second.out).toBe('')
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  it('says what to do when the port is taken, and lets go of the folder', async () => {
    const { port } = new URL(await ready(start(['--data', join(folder, 'other')])))
    const second = start(['--port', port])
    expect(await second.exit).toBeGreaterThan(0)
    expect(second.errors).toContain(`--port ${Number(port) + 1}`)
    await ready(start())
  })

  it('says which variable is wrong', async () => {
    const server = start(['--port', 'many'])
    expect(await server.exit).toBeGreaterThan(0)
    expect(server.errors).toContain('DAYBOOK_PORT is "many"')
    expect(server.errors).toContain('Give a whole number')
  })

  it('refuses a database whose key is gone, makes no other one, and goes on with the old one', async () => {
    const first = start()
    await ready(first)
    await first.end('SIGTERM')
    const path = join(folder, 'instance.key')
    const key = await readFile(path)
    await rm(path)

    const keyless = start()
    expect(await keyless.exit).toBeGreaterThan(0)
    expect(keyless.errors).toContain('bring the file instance.key of its data folder along')
    expect(existsSync(path)).toBe(false)

    await writeFile(path, key)
    await ready(start())
  })

  it('starts again after kill -9', async () => {
    const killed = start()
    await ready(killed)
    expect(await killed.end('SIGKILL')).toBe('SIGKILL')
    const url = await ready(start())
    expect((await serverFile()).url).toBe(url)
  })

  it('finishes an upload that is half sent when it is told to stop', async () => {
    const server = start()
    const url = await ready(server)
    const upload = await beginUpload(url)
    server.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const late = once(connect(Number(new URL(url).port), '127.0.0.1'), 'connect')
    await expect(late).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await upload.finish()).toContain('HTTP/1.1 201')
    expect(await server.exit).toBe(0)
  })

  it('exits at once at the second signal', async () => {
    const server = start()
    await beginUpload(await ready(server))
    server.process.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await server.end('SIGINT')).toBe(130)
  })
})
