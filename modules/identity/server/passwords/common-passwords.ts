import { readFileSync } from 'node:fs'
import { BloomFilter } from './bloom-filter.ts'

const FILE = new URL('./common-passwords.bin', import.meta.url)
const TOO_SHORT_TO_TELL = 5
/** Figures and signs around a word that add nothing worth having. */
const MOST_DECORATION = 6
let filter: BloomFilter | undefined

/**
 * Whether a password is one that many people take, alone, twice, or with figures and signs after it. One in ten
 * thousand others is refused as well: whoever meets that takes another.
 */
export function isCommonPassword(password: string): boolean {
  filter ??= BloomFilter.read(readFileSync(FILE))
  return variants(password).some((text) => text.length >= TOO_SHORT_TO_TELL && filter!.has(text))
}

function variants(password: string): string[] {
  const text = password.normalize('NFKC').toLowerCase()
  const bare = text.replace(/[\p{N}\p{P}\p{S}\s]+$/u, '').replace(/^[\p{N}\p{P}\p{S}\s]+/u, '')
  const plain = text.length - bare.length <= MOST_DECORATION ? bare : text
  const written = (word: string) => [word, word.replace(/[@4]/g, 'a').replaceAll('0', 'o').replace(/[$5]/g, 's')]
  return [text, plain, repeated(text), repeated(plain)].flatMap(written)
}

/** What a text says several times over, as `qwerty` in `qwertyqwerty`. */
function repeated(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return at < text.length ? text.slice(0, at) : text
}
