import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { createSealer } from './aes-sealer.ts'
import { readInstanceKey } from './instance-key.ts'

describe('a sealer', () => {
  const sealer = createSealer(randomBytes(32))

  it('opens what it sealed, and never seals alike twice', () => {
    const sealed = sealer.seal('hush ☂', 'identity_totp.secret.1')
    expect(sealer.open(sealed, 'identity_totp.secret.1')).toBe('hush ☂')
    expect(sealer.seal('hush ☂', 'identity_totp.secret.1')).not.toBe(sealed)
    expect(sealed).not.toContain('hush')
  })

  it('opens nothing in another place, with another key, or after a change', () => {
    const sealed = sealer.seal('hush', 'identity_totp.secret.1')
    expect(() => sealer.open(sealed, 'identity_totp.secret.2')).toThrow(/authenticate|decrypt|operation/i)
    expect(() => createSealer(randomBytes(32)).open(sealed, 'identity_totp.secret.1')).toThrow('another instance key')
    const other = sealed[30] === 'A' ? 'B' : 'A'
    expect(() => sealer.open(sealed.slice(0, 30) + other + sealed.slice(31), 'identity_totp.secret.1')).toThrow(
      /authenticate|decrypt|operation/i,
    )
    expect(() => sealer.open('plain', 'identity_totp.secret.1')).toThrow('not a sealed text')
  })
})

describe('a data key', () => {
  const master = createSealer(randomBytes(32))

  it('is kept sealed, and seals under its own id', () => {
    const { id, wrapped } = master.makeKey('keys.1')
    const sealer = master.withKey(wrapped, 'keys.1')
    const sealed = sealer.seal('hush', 'row.1')
    expect([master.keyOf(sealed), master.withKey(wrapped, 'keys.1').open(sealed, 'row.1')]).toEqual([id, 'hush'])
    expect(() => master.open(sealed, 'row.1')).toThrow('another instance key')
  })

  it('opens under its own place and its own master key alone', () => {
    const { wrapped } = master.makeKey('keys.1')
    expect(() => master.withKey(wrapped, 'keys.2')).toThrow(/authenticate|decrypt|operation/i)
    expect(() => createSealer(randomBytes(32)).withKey(wrapped, 'keys.1')).toThrow('another instance key')
  })
})

describe('the instance key', () => {
  it('is made once, in a file for the owner alone', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'instance.key')
    const { bytes, keep } = await readInstanceKey(folder.path, null)
    await expect(stat(path)).rejects.toThrow('ENOENT')
    await keep()
    expect((await readInstanceKey(folder.path, null)).bytes).toEqual(bytes)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readFile(path, 'utf8')).trim()).toHaveLength(43)
  })

  it('comes from the secret where one is given, and no file is written', async () => {
    await using folder = await temporaryFolder()
    const secret = 'a secret of at least thirty-two characters'
    const { bytes, keep } = await readInstanceKey(folder.path, secret)
    await keep()
    expect((await readInstanceKey('/nowhere', secret)).bytes).toEqual(bytes)
    expect((await readInstanceKey('/nowhere', `${secret}!`)).bytes).not.toEqual(bytes)
    await expect(stat(join(folder.path, 'instance.key'))).rejects.toThrow('ENOENT')
  })

  it('is never guessed from a file that holds none', async () => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'instance.key'), 'short\n')
    await expect(readInstanceKey(folder.path, null)).rejects.toThrow('does not hold a key')
  })
})
