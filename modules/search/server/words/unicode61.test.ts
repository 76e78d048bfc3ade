import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWords } from '../index/as-words.ts'
import { unicode61 } from './unicode61.ts'

const samples = process.env.DAYBOOK_SAMPLES

/** The words that FTS5 itself makes of texts. */
function openFts5() {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE VIRTUAL TABLE texts USING fts5(
    text, content='', tokenize="unicode61 remove_diacritics 2 tokenchars '_'")`)
  database.exec('CREATE VIRTUAL TABLE words USING fts5vocab(texts, instance)')
  const insert = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
  const select = database.prepare('SELECT doc, term FROM words ORDER BY doc, offset')
  return (texts: readonly string[]): string[][] => {
    database.exec("INSERT INTO texts (texts) VALUES ('delete-all')")
    database.exec('BEGIN')
    for (const [n, text] of texts.entries()) insert.run(n, text)
    database.exec('COMMIT')
    const found: string[][] = texts.map(() => [])
    for (const { doc, term } of select.iterate()) found[Number(doc)]!.push(String(term))
    return found
  }
}

describe('words as FTS5 makes them', () => {
  const fts5 = openFts5()

  it('of every character, alone and within a word', () => {
    const texts: string[] = []
    for (let first = 1; first <= 0x10ffff; first += 256) {
      const characters = Array.from({ length: 256 }, (_, n) => first + n).filter(
        (code) => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff),
      )
      texts.push(characters.map((code) => String.fromCodePoint(code)).join(' '))
      texts.push(characters.map((code) => `x${String.fromCodePoint(code)}Y`).join(' '))
    }
    for (let at = 0; at < texts.length; at += 1000) {
      const some = texts.slice(at, at + 1000)
      expect(some.map(unicode61)).toEqual(fts5(some))
    }
  }, 120_000)

  it('of texts at random', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'aZ9_- \u0301\u0323\u0130İßſΣςǅÅé\u0345\u0591電源가ｱ\u{1d400}\u{10400}\ue002'),
      }),
    )
    const texts = fc.sample(text, { numRuns: 20_000, seed: 20261121 }).map((each) => each.toWellFormed())
    expect(texts.map(unicode61)).toEqual(fts5(texts))
  }, 120_000)

  it.skipIf(!samples)(
    'of four thousand messages',
    async () => {
      const all = gunzipSync(await readFile(join(samples!, 'mail/openbmc-4000.mbox.gz'))).toString('utf8')
      const messages = all.split(/^(?=From )/m).map(asWords)
      expect(messages).toHaveLength(4000)
      for (let at = 0; at < messages.length; at += 500) {
        const some = messages.slice(at, at + 500)
        const theirs = fts5(some)
        for (const [n, message] of some.entries()) {
          const ours = unicode61(message)
          // Compared as one text first: matchers are slow over millions of words.
          if (ours.join(' ') !== theirs[n]!.join(' ')) expect(ours).toEqual(theirs[n])
        }
      }
    },
    300_000,
  )
})
