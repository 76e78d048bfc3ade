import { dictionary } from '@zxcvbn-ts/language-common'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import { passwordFault } from './password-policy.ts'

describe('a password', () => {
  it('is hashed with Argon2id under a salt of its own, and recognised again', async () => {
    const [first, second] = await Promise.all([hashPassword('a long passphrase'), hashPassword('a long passphrase')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(second).not.toBe(first)
    expect(await verifyPassword('a long passphrase', first)).toBe(true)
    expect(await verifyPassword('A long passphrase', first)).toBe(false)
    expect(await verifyPassword('', first)).toBe(false)
  })

  it('is recognised however a keyboard composes its characters', async () => {
    const hash = await hashPassword('é ﬁ passphrase')
    expect(await verifyPassword('é fi passphrase', hash)).toBe(true)
  })

  it('that nobody has is refused after the same work', async () => {
    expect(await verifyPassword('a long passphrase', null)).toBe(false)
    expect(await verifyPassword('a long passphrase', 'no hash at all')).toBe(false)
  })

  it('may be hashed by many at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 6 }, (_, n) => hashPassword(`passphrase ${n}`)))
    expect(new Set(hashes).size).toBe(6)
  })
})

describe('the policy', () => {
  it('wants length and nothing else', () => {
    expect(passwordFault('river otter lamp', [])).toBeNull()
    expect(passwordFault('zkqvbwxyjh', [])).toBeNull()
    expect(passwordFault('日本語のパスワードです', [])).toBeNull()
    expect(passwordFault('short one', [])).toContain('at least 10')
    expect(passwordFault('x'.repeat(257), [])).toContain('at most 256')
  })

  it('refuses what everybody knows of the person', () => {
    const personal = ['Ada Lovelace', 'countess@example.test']
    for (const password of [
      'Ada Lovelace',
      'adalovelace',
      'ADA-LOVELACE!',
      'countess@example.test',
      'countess12',
      'countess!!',
    ])
      expect(passwordFault(password, personal), password).not.toBeNull()
    expect(passwordFault('the countess of computing', personal)).toBeNull()
  })

  it('refuses what many people take, also twice or with figures after it', () => {
    const common = [
      '1234567890',
      'qwertyuiop',
      'Password123',
      'P@ssw0rd1234',
      'iloveyou2026',
      'qwertyqwerty',
      'letmein!!!!',
    ]
    for (const password of common) expect(passwordFault(password, []), password).toContain('Many people')
  })

  it('has no password of the list slip through, and refuses hardly any other', () => {
    for (const password of dictionary['passwords-common'].filter(({ length }) => length >= 5))
      expect(isCommonPassword(password), password).toBe(true)
    const others = Array.from({ length: 20_000 }, () => randomBytes(12).toString('base64url'))
    expect(others.filter(isCommonPassword).length).toBeLessThan(40)
  })
})
