import { expect, it } from 'vitest'
import { parseIds, parseMessageId } from './message-ids.ts'

it.each([
  ['<a@b>', ['a@b']],
  ['<a@b> (comment) <c@d><a@b>', ['a@b', 'c@d']],
  ['<a@\r\n b>', ['a@b']],
  ['Your message of Monday <a@b>', ['a@b']],
  ['"Ada" of Monday', []],
  ['a@b c@d', ['a@b', 'c@d']],
  ['<>', []],
  ['<no-domain>', ['no-domain']],
])('%s', (source, ids) => expect(parseIds(source)).toEqual(ids))

it('keeps the first and the latest ids of an overlong field', () => {
  const ids = parseIds(Array.from({ length: 3_000 }, (_, i) => `<${i}@x>`).join(' '))
  expect(ids).toHaveLength(2_000)
  expect([ids[0], ids[1], ids.at(-1)]).toEqual(['0@x', '1001@x', '2999@x'])
})

it('reads no id where there is none', () => expect(parseMessageId(undefined)).toBeNull())
