import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { UploadTooLarge } from '#kernel/ports.ts'
import { openFileUploads } from './file-uploads.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'uploads-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const id = uuidv7()

async function* bodyOf(...chunks: Uint8Array[]) {
  yield* chunks
}

async function* brokenBody() {
  yield new Uint8Array(1000)
  throw new Error('The connection was closed')
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

describe('uploads as files', () => {
  it('stores a body and says its size and hash', async () => {
    const uploads = openFileUploads(folder)
    const stored = await uploads.store(id, bodyOf(Buffer.from('hel'), Buffer.from('lo')), 5)
    expect(stored).toEqual({ size: 5, sha256: createHash('sha256').update('hello').digest('hex') })
    expect(Buffer.concat(await readAll(uploads.open(id))).toString()).toBe('hello')
  })

  it('reads in chunks of 1 MiB and says how far it is', async () => {
    const uploads = openFileUploads(folder)
    const bytes = crypto.getRandomValues(new Uint8Array(65_536))
    await uploads.store(id, bodyOf(...Array.from({ length: 40 }, () => bytes)), 1e9)
    const reading = uploads.open(id)
    const sizes: [number, number][] = []
    for await (const chunk of reading) sizes.push([chunk.length, reading.bytesRead()])
    expect(sizes).toEqual([
      [1_048_576, 1_048_576],
      [1_048_576, 2_097_152],
      [524_288, 2_621_440],
    ])
  })

  it('gives each chunk a buffer of its own', async () => {
    const uploads = openFileUploads(folder)
    await uploads.store(id, bodyOf(new Uint8Array(1_048_576).fill(1), new Uint8Array(10).fill(2)), 1e9)
    const [first, second] = await readAll(uploads.open(id))
    expect([first![0], second![0]]).toEqual([1, 2])
  })

  it('asks for the next chunk only when the last is written', async () => {
    const uploads = openFileUploads(folder)
    let given = 0
    let running = 0
    await uploads.store(
      id,
      {
        [Symbol.asyncIterator]: () => ({
          async next() {
            expect(++running).toBe(1)
            await new Promise((resolve) => setTimeout(resolve, 1))
            running--
            return given++ < 5 ? { done: false, value: new Uint8Array(1000) } : { done: true, value: undefined }
          },
        }),
      },
      1e9,
    )
    expect(given).toBe(6)
  })

  it('refuses a body past the limit and keeps nothing of it', async () => {
    const uploads = openFileUploads(folder)
    await expect(uploads.store(id, bodyOf(new Uint8Array(6), new Uint8Array(5)), 10)).rejects.toThrow(UploadTooLarge)
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses what is larger than the configuration allows', async () => {
    const uploads = openFileUploads(folder, 10)
    await expect(uploads.store(id, bodyOf(new Uint8Array(11)), 1e9)).rejects.toThrow(UploadTooLarge)
  })

  it('keeps nothing of a body that breaks off', async () => {
    const uploads = openFileUploads(folder)
    await expect(uploads.store(id, brokenBody(), 1e9)).rejects.toThrow('The connection was closed')
    expect(await readdir(folder)).toEqual([])
  })

  it('removes at open what a crash left half-received, and keeps the whole ones', async () => {
    await openFileUploads(folder).store(id, bodyOf(Buffer.from('whole')), 10)
    await writeFile(join(folder, `${uuidv7()}.part`), 'ha')
    openFileUploads(folder)
    expect(await readdir(folder)).toEqual([id])
  })

  it('deletes an upload, twice without complaint', async () => {
    const uploads = openFileUploads(folder)
    await uploads.store(id, bodyOf(), 10)
    await uploads.delete(id)
    await uploads.delete(id)
    await expect(readAll(uploads.open(id))).rejects.toThrow('ENOENT')
  })

  it('takes nothing but an id as a name', async () => {
    const uploads = openFileUploads(folder)
    await expect(uploads.store('../outside', bodyOf(), 10)).rejects.toThrow(TypeError)
    expect(() => uploads.open('/etc/passwd')).toThrow(TypeError)
  })
})
