import type { SearchDocument } from '../../contract.ts'
import type { TextColumn } from '../database.ts'
import { asWords } from './as-words.ts'
import { audienceKindMark, audienceMark, beginningMarks, kindMark, listMarks } from './marks.ts'
import { shortBeginnings } from './short-beginnings.ts'

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
  const marks: string[] = []
  for (const column of ['title', 'sender'] as const)
    marks.push(...beginningMarks(shortBeginnings([columns[column]]), column))
  return [...marks, ...beginningMarks(shortBeginnings([body, ...Object.values(columns)]), 'anywhere')]
}
