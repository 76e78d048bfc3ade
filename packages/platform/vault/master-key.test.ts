import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { openMasterKey } from './master-key.ts'
import { openKeyring, type KeyringEntry } from './os-keyring.ts'

const logged: string[] = []
const log = { debug() {}, info() {}, warn: (_: object, event: string) => void logged.push(event), error() {} }

/** The keyring of a desktop session, which a server does not have. */
function keyringOf(state: { text: string | null; locked?: boolean }): () => Promise<KeyringEntry> {
  const check = () => {
    if (state.locked) throw new Error('AccessDenied')
  }
  return async () => ({
    async read() {
      check()
      return state.text
    },
    async write(text) {
      check()
      state.text = text
    },
  })
}

describe('the master key', () => {
  it('lies in the keyring and in no file, where there is a keyring', async () => {
    await using folder = await temporaryFolder()
    const state: { text: string | null } = { text: null }
    const options = { dataFolder: folder.path, secret: null, keyring: true, log, open: keyringOf(state) }
    const { bytes, keep } = await openMasterKey(options)
    await keep()
    expect(state.text).toBe(bytes.toString('base64url'))
    expect((await openMasterKey(options)).bytes).toEqual(bytes)
    await expect(stat(join(folder.path, 'instance.key'))).rejects.toThrow('ENOENT')
  })

  it('moves from the file into the keyring as it is', async () => {
    await using folder = await temporaryFolder()
    const options = { dataFolder: folder.path, secret: null, log }
    const { bytes, keep } = await openMasterKey({ ...options, keyring: false })
    await keep()
    const state = { text: null }
    const moved = await openMasterKey({ ...options, keyring: true, open: keyringOf(state) })
    expect([moved.bytes, state.text]).toEqual([bytes, bytes.toString('base64url')])
    await expect(stat(join(folder.path, 'instance.key'))).rejects.toThrow('ENOENT')
  })

  it('stays a file for the owner alone where no keyring answers, and the log says so', async () => {
    await using folder = await temporaryFolder()
    const options = { dataFolder: folder.path, secret: null, keyring: true, log }
    const open = keyringOf({ text: null, locked: true })
    const { bytes, keep } = await openMasterKey({ ...options, open })
    await keep()
    expect(logged).toContain('keyring.not-available')
    expect(await readFile(join(folder.path, 'instance.key'), 'utf8')).toBe(`${bytes.toString('base64url')}\n`)
    expect((await stat(join(folder.path, 'instance.key'))).mode & 0o777).toBe(0o600)
    expect((await openMasterKey({ ...options, open })).bytes).toEqual(bytes)
  })

  it('comes from the secret before all else', async () => {
    const state = { text: null }
    const secret = 'a secret of at least thirty-two characters'
    await openMasterKey({ dataFolder: '/nowhere', secret, keyring: true, log, open: keyringOf(state) })
    expect(state.text).toBeNull()
  })

  it('is asked of the real keyring of this machine, which answers or says why not', async () => {
    const entry = await openKeyring('/nowhere/at/all')
    const answer = await entry.read().catch((cause: Error) => cause.message)
    expect(answer === null || typeof answer === 'string').toBe(true)
  })
})
