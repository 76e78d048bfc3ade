import { expect, it } from 'vitest'
import { actionsInWords, inRow } from './actions-in-words.ts'

const nothing = { addLabels: [], move: null, markRead: false, star: false, makeTask: false }

it('says what a rule does as what a message is afterwards', () => {
  const names: Record<string, string> = { a: 'Money', b: 'Garden' }
  const all = { addLabels: ['a', 'gone', 'b'], move: 'archive' as const, markRead: true, star: true, makeTask: true }
  expect(inRow(actionsInWords(all, (id) => names[id]))).toBe(
    'labelled Money and Garden, archived, marked as read, starred and made a task',
  )
  expect(inRow(actionsInWords({ ...nothing, move: 'trash' }, () => undefined))).toBe('moved to the trash')
  expect(inRow(actionsInWords(nothing, () => undefined))).toBe('')
})
