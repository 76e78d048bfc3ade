import { expect, it } from 'vitest'
import { emptySearch, toQuery } from './search-query.ts'

it('writes what a form means in the words of search', () => {
  expect(toQuery(emptySearch)).toBe('')
  expect(
    toQuery({
      ...emptySearch,
      from: 'joel stanley',
      subject: '"old log" entries',
      words: 'fan -noise',
      after: '2026-11-01',
      place: 'sent',
      unread: true,
      attachment: true,
    }),
  ).toBe(
    'from:joel from:stanley subject:"old log" subject:entries after:2026-11-01 in:sent is:unread has:attachment fan -noise',
  )
})

it('quotes what would end a word early', () => {
  expect(toQuery({ ...emptySearch, subject: 're: (draft)' })).toBe('subject:"re:" subject:"(draft)"')
})
