import { describe, expect, it } from 'vitest'

import { messageIds } from './message-ids.ts'

describe('message ids', () => {
  it('are read in order, each once', () => {
    expect(messageIds('<a@x> <b@x>\r\n <a@x>')).toEqual(['a@x', 'b@x'])
    expect(messageIds(null)).toEqual([])
    expect(messageIds('Your message of Monday')).toEqual([])
  })

  it('are written alike however they were folded, quoted or commented', () => {
    expect(messageIds('<a\r\n b@x>')).toEqual(['ab@x'])
    expect(messageIds('<"a b"@x>')).toEqual(['a b@x'])
    expect(messageIds(String.raw`<"a\"b"@x>`)).toEqual(['a"b@x'])
    expect(messageIds('<a@x(a comment)>')).toEqual(['a@x'])
    expect(messageIds('<a@[10.0.0.1]>')).toEqual(['a@[10.0.0.1]'])
  })

  it('leave out what is none', () => {
    expect(messageIds('<> <no-at> <@> <unclosed <b@x>')).toEqual(['b@x'])
    expect(messageIds(`<${'a'.repeat(2000)}@x>`)).toEqual([])
  })

  it('cost little whatever is sent', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `<${n}@x>`).join(' ')
    const ids = messageIds(chain)
    expect(ids).toHaveLength(1000)
    expect([ids[0], ids.at(-1)]).toEqual(['0@x', '19999@x'])
    for (const hostile of [
      '<'.repeat(1e6),
      `<${'"'.repeat(1e5)}`,
      '<"'.repeat(5e5),
      `<${'('.repeat(1e6)}`,
      '<a@'.repeat(3e5),
    ]) {
      expect(messageIds(hostile)).toEqual([])
    }
  })
})
