import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireFolderLock, type FolderLock } from './folder-lock.ts'
import { readServerFile, removeServerFile, writeServerFile } from './server-file.ts'
import { FolderHeldError, waitForFolder } from './wait-for-folder.ts'

let folder: string
let holder: ChildProcess | undefined
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lock-'))))
afterEach(async () => {
  await kill()
  await rm(folder, { recursive: true, force: true })
})

async function kill(): Promise<void> {
  if (!holder) return
  const ended = once(holder, 'exit')
  holder.kill('SIGKILL')
  await ended
  holder = undefined
}

/** Another process takes the folder. */
async function holdElsewhere(url = ''): Promise<string> {
  holder = spawn(process.execPath, [fileURLToPath(new URL('./hold-lock.ts', import.meta.url)), folder, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(holder.stdout!, 'data')) as [Buffer]
  return line.toString().trim()
}

describe('the lock of a data folder', () => {
  it('is given once, and again when it is released', async () => {
    const lock = (await acquireFolderLock(folder)) as FolderLock
    expect(await acquireFolderLock(folder)).toBe('held')
    lock.release()
    lock.release()
    await using again = (await acquireFolderLock(folder)) as FolderLock
    expect(again).not.toBe('held')
  })

  it('holds against another process and is freed by kill -9', async () => {
    expect(await holdElsewhere()).toBe('taken')
    expect(await acquireFolderLock(folder)).toBe('held')
    await kill()
    await using lock = (await acquireFolderLock(folder)) as FolderLock
    expect(lock).not.toBe('held')
  })

  it('makes the folder for its owner alone', async () => {
    const path = join(folder, 'new', 'data')
    await using lock = (await acquireFolderLock(path)) as FolderLock
    expect(lock).not.toBe('held')
    expect((await stat(path)).mode & 0o777).toBe(0o700)
  })

  it('removes the server file of a process that was killed', async () => {
    await writeServerFile(folder, { url: 'http://127.0.0.1:1', token: 't' })
    await using lock = (await acquireFolderLock(folder)) as FolderLock
    expect(lock).not.toBe('held')
    expect(await readServerFile(folder)).toBeNull()
  })
})

describe('the server file', () => {
  it('is whole, private, and leaves nothing beside it', async () => {
    const server = { url: 'http://127.0.0.1:4455', token: 'secret' }
    await writeServerFile(folder, server)
    await chmod(join(folder, 'server.json'), 0o644)
    await writeServerFile(folder, server)
    expect(await readServerFile(folder)).toEqual(server)
    expect((await stat(join(folder, 'server.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['server.json'])
  })

  it.each(['', '{', '{"url":1,"token":2}', 'null'])('counts as none when it says %j', async (text) => {
    await writeFile(join(folder, 'server.json'), text)
    expect(await readServerFile(folder)).toBeNull()
  })

  it('may be removed twice', async () => {
    await removeServerFile(folder)
    await removeServerFile(folder)
    expect(await readServerFile(folder)).toBeNull()
  })
})

describe('waiting for a folder', () => {
  it('gets the lock at once when nobody has it', async () => {
    const access = await waitForFolder(folder)
    expect(access).toHaveProperty('lock')
    if ('lock' in access) access.lock.release()
  })

  it('finds the server that holds it and answers', async () => {
    const server = createServer((_, response) => response.end('{"status":"healthy"}')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    await holdElsewhere(url)
    expect(await waitForFolder(folder)).toEqual({ server: { url, token: 't' } })
    server.close()
  })

  it('waits for a command that is about to end', async () => {
    await holdElsewhere()
    setTimeout(() => void kill(), 200)
    const access = await waitForFolder(folder, 5000)
    expect(access).toHaveProperty('lock')
    if ('lock' in access) access.lock.release()
  })

  it('gives up on a holder that does not answer', async () => {
    await holdElsewhere('http://127.0.0.1:9')
    const cause = await waitForFolder(folder, 200).catch((error: unknown) => error)
    expect(cause).toBeInstanceOf(FolderHeldError)
    expect(cause).toMatchObject({ code: 'folder-held', remedy: expect.any(String) })
  })
})
