import { describe, expect, it } from 'vitest'
import { unicode61 } from '../words/unicode61.ts'
import { shortBeginnings } from './short-beginnings.ts'

describe('beginnings of words', () => {
  it('are of one and two letters, each once', () => {
    expect(shortBeginnings(['Send the seal', 'to_do'])).toEqual(['s', 'se', 't', 'th', 'to'])
  })

  it('are those of the tokenizer, in texts at random of letters, marks, spaces and signs', () => {
    const characters = [...'aZ9_ -é\u0301日“’\uE002ß😀İ\u00A0x']
    let state = 1
    const random = (below: number) => (state = (state * 48_271) % 0x7fffffff) % below
    for (let n = 0; n < 20_000; n++) {
      const text = Array.from({ length: random(14) }, () => characters[random(characters.length)]).join('')
      expect(shortBeginnings([text]).toSorted(), JSON.stringify(text)).toEqual(slowly(text))
    }
  })
})

function slowly(text: string): string[] {
  const found = unicode61(text).flatMap((word) => {
    const beginning = /^[a-z0-9_]{1,2}/.exec(word)?.[0] ?? ''
    return Array.from(beginning, (_, n) => beginning.slice(0, n + 1))
  })
  return [...new Set(found)].toSorted()
}
