import { SearchFlag, type SearchDocument } from '../../contract.ts'

/** States that few documents have, so that looking them up by word beats walking over all. */
const flagWords: [number, string][] = [
  [SearchFlag.unread, 'is:unread'],
  [SearchFlag.starred, 'is:starred'],
  [SearchFlag.answered, 'is:answered'],
  [SearchFlag.attachment, 'has:attachment'],
  [SearchFlag.done, 'is:done'],
  [SearchFlag.sent, 'in:sent'],
  [SearchFlag.drafts, 'in:drafts'],
  [SearchFlag.junk, 'in:junk'],
  [SearchFlag.trash, 'in:trash'],
]

/** What `search_keyword` holds of a document: its state, labels, keywords and audience, sorted, each once. */
export function wordsOf({ flags, labels, keywords, audience }: SearchDocument): string[] {
  const states = flagWords.filter(([flag]) => (flags & flag) !== 0).map(([, word]) => word)
  // Lists are words of the index: part of one is enough to find it.
  const exact = keywords.filter((keyword) => !keyword.startsWith('list:') && !keyword.startsWith('type:'))
  return [
    ...new Set([...states, ...labels.map((label) => `label:${label}`), ...exact, ...audience.map(audienceWord)]),
  ].sort()
}

/** How an audience token stands among the keywords. */
export function audienceWord(token: string): string {
  return `for:${token}`
}
