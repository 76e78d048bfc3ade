import type { Words } from '#base/query/types.ts'
import type { TextColumn } from '../database.ts'
import { asWords } from '../index/as-words.ts'
import { beginningMark, listMarks, withoutSigns } from '../index/marks.ts'
import type { Expression } from './expression.ts'

/** The columns of the index that a field of the grammar looks into. */
const columns: Readonly<Record<string, Exclude<TextColumn, 'marks'>>> = {
  from: 'sender',
  to: 'recipients',
  cc: 'recipients',
  subject: 'title',
  body: 'body',
  filename: 'files',
}

/** Words anywhere; null where nothing in them is a word. */
export function anywhere({ words, prefix }: Words): Expression | null {
  return phrase(words.join(' '), null, prefix)
}

/** The same within one field. */
export function within(field: string, { words, prefix }: Words): Expression | null {
  const text = words.join(' ')
  if (field === 'list') return mark(listMarks(withoutSigns(text)), prefix)
  return phrase(text, columns[field]!, prefix)
}

/** Marks of a document, which no text of a person can imitate. */
export function mark(marks: string, prefix = false): Expression | null {
  return marks === '' ? null : { kind: 'phrase', column: 'marks', text: marks, prefix }
}

/** The mark that says as much as this beginning of a word; null where there is none. */
export function shortBeginning(text: string, column: Exclude<TextColumn, 'marks'> | null): Expression | null {
  const found = column === 'body' ? null : beginningMark(text, column ?? 'anywhere')
  return found === null ? null : mark(found)
}

/** What of these texts is a word, next to each other. */
function phrase(text: string, column: Exclude<TextColumn, 'marks'> | null, prefix: boolean): Expression | null {
  const plain = withoutSigns(text)
  if (!hasWord.test(plain)) return null
  const marked = prefix ? shortBeginning(plain.trim(), column) : null
  return marked ?? { kind: 'phrase', column, text: asWords(plain), prefix }
}

const hasWord = /[\p{L}\p{N}_]/u
