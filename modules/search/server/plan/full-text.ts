import type { Words } from '#base/query/types.ts'
import { asWords } from '../index/as-words.ts'
import { listMarks, withoutSigns } from '../index/marks.ts'

/** The columns of the index that a field of the grammar looks into. */
const columns: Readonly<Record<string, string>> = {
  from: 'sender',
  to: 'recipients',
  cc: 'recipients',
  subject: 'title',
  body: 'body',
  filename: 'files',
}

/** The index's expression for words anywhere; null where nothing in them is a word. */
export function anywhere({ words, prefix }: Words): string | null {
  return phrase(words.join(' '), prefix)
}

/** The same within one field. */
export function within(field: string, { words, prefix }: Words): string | null {
  const text = words.join(' ')
  if (field === 'list') return mark(listMarks(withoutSigns(text)), prefix)
  const found = phrase(text, prefix)
  return found && `${columns[field]!} : ${found}`
}

/** The expression for marks of a document, which no text of a person can imitate. */
export function mark(marks: string, prefix = false): string | null {
  return marks === '' ? null : `marks : ${quote(marks, prefix)}`
}

/** What of these texts is a word, next to each other. Words are never read as the index's own syntax. */
function phrase(text: string, prefix: boolean): string | null {
  const plain = withoutSigns(text)
  return hasWord.test(plain) ? quote(asWords(plain), prefix) : null
}

function quote(text: string, prefix: boolean): string {
  return `"${text.replaceAll('"', '""')}"${prefix ? ' *' : ''}`
}

const hasWord = /[\p{L}\p{N}_]/u
