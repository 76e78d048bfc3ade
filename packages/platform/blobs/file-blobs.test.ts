import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFileBlobs } from './file-blobs.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'blobs-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

describe('blobs as files', () => {
  it('gives back what was put, by its hash', async () => {
    const blobs = openFileBlobs(folder)
    const hash = await blobs.put(bytesOf('hello'))
    expect(hash).toBe(hashOf(bytesOf('hello')))
    expect(await blobs.get(hash)).toEqual(Buffer.from('hello'))
    expect((await stat(pathOf(hash))).mode & 0o777).toBe(0o600)
  })

  it('keeps an empty blob', async () => {
    const blobs = openFileBlobs(folder)
    expect(await blobs.get(await blobs.put(new Uint8Array()))).toHaveLength(0)
  })

  it('writes the same bytes once, also when put many times at once', async () => {
    const blobs = openFileBlobs(folder)
    const hashes = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytesOf('same'))))
    const { ino } = await stat(pathOf(hashes[0]!))
    await blobs.put(bytesOf('same'))
    expect(new Set(hashes).size).toBe(1)
    expect((await stat(pathOf(hashes[0]!))).ino).toBe(ino)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
  })

  it('answers null for what it does not have and for what is no hash', async () => {
    const blobs = openFileBlobs(folder)
    expect(await blobs.get('0'.repeat(64))).toBeNull()
    expect(await blobs.get('../../etc/passwd')).toBeNull()
  })

  it('lists every blob and nothing else', async () => {
    const blobs = openFileBlobs(folder)
    const put = await Promise.all(['a', 'b', 'c'].map((text) => blobs.put(bytesOf(text))))
    await writeFile(join(folder, 'note.txt'), 'not ours')
    const listed: string[] = []
    for await (const hash of blobs.list()) listed.push(hash)
    expect(listed).toEqual([...put].sort())
  })

  it('deletes a blob, twice without complaint', async () => {
    const blobs = openFileBlobs(folder)
    const hash = await blobs.put(bytesOf('gone'))
    await blobs.delete(hash)
    await blobs.delete(hash)
    expect(await blobs.get(hash)).toBeNull()
  })

  it('removes at open what a crash left half-written', async () => {
    openFileBlobs(folder)
    await writeFile(join(folder, 'tmp', 'half'), 'ha')
    const blobs = openFileBlobs(folder)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
    expect(await blobs.put(bytesOf('half'))).toBe(hashOf(bytesOf('half')))
  })

  it('writes a blob again that a crash of the machine cut short', async () => {
    const blobs = openFileBlobs(folder)
    const hash = await blobs.put(bytesOf('whole'))
    await truncate(pathOf(hash), 2)
    await blobs.put(bytesOf('whole'))
    expect(await blobs.get(hash)).toEqual(Buffer.from('whole'))
  })
})
