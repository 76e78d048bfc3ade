import type { Words } from '#base/query/types.ts'
import type { TextColumn } from '../database.ts'
import { asWords } from '../index/as-words.ts'
import { listMarks, withoutSigns } from '../index/marks.ts'
import type { Expression } from './expression.ts'

/** The columns of the index that a field of the grammar looks into. */
export const columnOfField: Readonly<Record<string, Exclude<TextColumn, 'marks'>>> = {
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
  return phrase(text, columnOfField[field]!, prefix)
}

/** Marks of a document, which no text of a person can imitate. */
export function mark(marks: string, prefix = false): Expression | null {
  return marks === '' ? null : { kind: 'phrase', column: 'marks', text: marks, prefix }
}

/** What of these texts is a word, next to each other. */
function phrase(text: string, column: Exclude<TextColumn, 'marks'> | null, prefix: boolean): Expression | null {
  const plain = withoutSigns(text)
  return hasWord.test(plain) ? { kind: 'phrase', column, text: asWords(plain), prefix } : null
}

const hasWord = /[\p{L}\p{N}_]/u
