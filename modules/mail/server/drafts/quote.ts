import type { ParsedMessage } from '../mime/types.ts'
import { bodyOf } from '../../shared/answers/quote.ts'
import { cleanQuote } from './clean-html.ts'

/** Characters of HTML that is quoted; of longer ones the text is. */
const LONGEST_HTML = 250_000

/** What an answer shows of the message it answers: its own HTML made safe, else its text. */
export function quotedBody(parent: Pick<ParsedMessage, 'html' | 'text'>): string {
  const { html } = parent
  // HTML that was cut in a tag would show half of it.
  return html !== null && html.length <= LONGEST_HTML ? cleanQuote(html) : bodyOf(parent)
}
