import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { FailureError } from '#kernel/failure.ts'
import { openFileBlobs } from '../blobs/file-blobs.ts'
import { openFileUploads } from '../uploads/file-uploads.ts'
import { toDiskFailure } from './disk-failure.ts'

const folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]).status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
})

const codeOf = (cause: unknown) => (cause instanceof FailureError ? cause.failure.code : cause)
const megabytes = new Uint8Array(3 * 1024 * 1024)

describe('storage errors', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('tells %s as a full disk', (code) => {
    expect(codeOf(toDiskFailure(Object.assign(new Error(code), { code })))).toBe('disk-full')
  })

  it('passes on what is something else', () => {
    const cause = new Error('broken')
    expect(toDiskFailure(cause)).toBe(cause)
    expect(toDiskFailure(null)).toBeNull()
  })
})

// Mounting a disk of 1 MiB takes the rights of root.
describe.skipIf(!mounted)('on a disk of 1 MiB', () => {
  it('refuses a blob that does not fit and leaves nothing of it', async () => {
    const blobs = openFileBlobs(join(folder, 'blobs'))
    expect(codeOf(await blobs.put(megabytes).catch((cause: unknown) => cause))).toBe('disk-full')
    expect(await readdir(join(folder, 'blobs', 'tmp'))).toEqual([])
    expect(await blobs.put(new Uint8Array([1]))).toHaveLength(64)
  })

  it('refuses an upload that does not fit and leaves nothing of it', async () => {
    const uploads = openFileUploads(join(folder, 'uploads'))
    async function* body() {
      for (let part = 0; part < 48; part++) yield megabytes.subarray(0, 65_536)
    }
    expect(codeOf(await uploads.store(uuidv7(), body(), 1e9).catch((cause: unknown) => cause))).toBe('disk-full')
    expect(await readdir(join(folder, 'uploads'))).toEqual([])
  })
})
