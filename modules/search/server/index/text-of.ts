import type { SearchDocument } from '../../contract.ts'
import type { TextColumn } from '../database.ts'
import { unicode61 } from '../words/unicode61.ts'
import { asWords } from './as-words.ts'
import { audienceKindMark, audienceMark, beginningMarks, kindMark, listMarks } from './marks.ts'

/** A document's text as the index takes it. */
export function textOf(kind: string, document: SearchDocument): Record<TextColumn, string> {
  const { title, from, to, files, body, audience, keywords } = document
  const lists = keywords.filter((keyword) => keyword.startsWith('list:')).map((keyword) => listMarks(keyword.slice(5)))
  const owners = audience.flatMap((token) => [audienceMark(token), audienceKindMark(token, kind)])
  const texts = {
    title: asWords(title),
    sender: asWords(from),
    recipients: asWords(to),
    files: asWords(files),
    body: asWords(body),
  }
  return { ...texts, marks: [...owners, kindMark(kind), ...lists, ...beginningsOf(texts)].join(' ') }
}

function beginningsOf({ body, ...columns }: Record<Exclude<TextColumn, 'marks'>, string>): string[] {
  const all = unicode61(body)
  const marks: string[] = []
  for (const column of ['title', 'sender', 'recipients', 'files'] as const) {
    const words = unicode61(columns[column])
    marks.push(...beginningMarks(words, column))
    all.push(...words)
  }
  return [...marks, ...beginningMarks(all, 'anywhere')]
}
