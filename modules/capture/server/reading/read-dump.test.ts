import { readFileSync } from 'node:fs'
import { expect, it, describe } from 'vitest'
import type { Piece } from './reading.ts'
import { readDump } from './read-dump.ts'

// A Wednesday in Berlin, half past ten.
const WRITTEN = { zone: 'Europe/Berlin', writtenAt: Date.parse('2026-11-18T09:30:00Z') }

/** Dumps with what each is read as: lines of a dump begin with ">", its pieces with "-". */
function dumpsOf(locale: string): { text: string; pieces: string[] }[] {
  const file = readFileSync(new URL(`dumps/${locale}.txt`, import.meta.url), 'utf8')
  return file
    .trim()
    .split(/\n\s*\n(?=>)/)
    .map((block) => {
      const rows = block.split('\n')
      const of = (mark: string) => rows.filter((row) => row.startsWith(mark)).map((row) => row.slice(2))
      return { text: of('>').join('\n'), pieces: of('-') }
    })
}

const inWords = ({ kind, text, chosen, notes }: Piece) =>
  `${kind}: ${text}${notes && ` (${notes})`}${chosen ? '' : ', not chosen'}`

for (const locale of ['en-GB', 'de-DE', 'fr-FR']) {
  describe(`a dump in ${locale}`, () => {
    const dumps = dumpsOf(locale)

    it('is one of many', () => expect(dumps.length).toBeGreaterThanOrEqual(25))

    for (const { text, pieces } of dumps)
      it(`reads ${text.split('\n')[0]}`, () => {
        expect(readDump({ text, way: 'auto', locale, ...WRITTEN }).pieces.map(inWords)).toEqual(pieces)
      })

    it('loses no line: each is the source of something', () => {
      for (const { text } of dumps) {
        const { pieces } = readDump({ text, way: 'auto', locale, ...WRITTEN })
        const sources = pieces.map(({ source, notes }) => `${source} ${notes}`).join(' ')
        const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? []
        expect(words.filter((word) => !sources.includes(word) && !HEADS.test(word))).toEqual([])
      }
    })
  })
}

/** Words that only say what a list is. */
const HEADS =
  /^(?:then|liste|shopping|groceries|notes?|idea|habit|goals?|todo|einkauf\p{L}*|notiz|idee|ziele?|gewohnheit|courses|acheter|objectifs?|idée|habitude)$/iu

it('leaves each line as it is where the person decides, and chooses none', () => {
  const text = 'Call mum and buy milk\n- [x] done already\nShopping:\nbread, butter'
  const { pieces, questions } = readDump({ text, way: 'manual', locale: 'en-GB', ...WRITTEN })
  expect(pieces.map(inWords)).toEqual([
    'task: Call mum and buy milk, not chosen',
    'task: done already, not chosen',
    'shopping: bread, butter, not chosen',
  ])
  expect(questions).toEqual([])
})

it('asks two questions at most: what a piece is, then by when', () => {
  const text = 'Passport renewal\nGarden gate\nOld bike\nI want to learn Spanish'
  const { questions } = readDump({ text, way: 'clarify', locale: 'en-GB', ...WRITTEN })
  expect(questions.map(({ piece, about }) => [piece, about])).toEqual([
    [0, 'kind'],
    [1, 'kind'],
  ])
  const one = readDump({ text: 'Call mum\nI want to learn Spanish', way: 'clarify', locale: 'en-GB', ...WRITTEN })
  expect(one.questions).toMatchObject([
    {
      piece: 1,
      about: 'date',
      options: [{ value: '2026-12-18' }, { value: '2027-02-18' }, {}, { value: '2026-12-31' }],
    },
  ])
})

it('keeps as one note what is too much to look through', () => {
  const text = Array.from({ length: 300 }, (_, index) => `Call number ${index}`).join('\n')
  const { pieces } = readDump({ text, way: 'auto', locale: 'en-GB', ...WRITTEN })
  expect(pieces).toHaveLength(200)
  expect(pieces.at(-1)).toMatchObject({ kind: 'note', text: '101 more lines' })
  expect(pieces.at(-1)!.notes).toContain('Call number 299')
})

it('keeps a thought that is too long for a line whole', () => {
  const text = `The ${'very '.repeat(200)}long thought`
  const [piece] = readDump({ text, way: 'auto', locale: 'en-GB', ...WRITTEN }).pieces
  expect(piece!.text.length).toBeLessThanOrEqual(500)
  expect(piece!.notes).toBe(text)
})
