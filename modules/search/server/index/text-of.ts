import type { SearchDocument } from '../../contract.ts'
import type { IndexRow } from '../database.ts'
import { asWords } from './as-words.ts'
import { audienceKindMark, audienceMark, kindMark, listMarks } from './marks.ts'

/** A document's text as the index takes it. */
export function textOf(kind: string, document: SearchDocument): Omit<IndexRow, 'rowid' | 'search_index'> {
  const { title, from, to, files, body, audience, keywords } = document
  const lists = keywords.filter((keyword) => keyword.startsWith('list:')).map((keyword) => listMarks(keyword.slice(5)))
  const owners = audience.flatMap((token) => [audienceMark(token), audienceKindMark(token, kind)])
  return {
    title: asWords(title),
    sender: asWords(from),
    recipients: asWords(to),
    files: asWords(files),
    body: asWords(body),
    marks: [...owners, kindMark(kind), ...lists].join(' '),
  }
}
