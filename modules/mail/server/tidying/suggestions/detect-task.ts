import { readDueDay } from './read-due-day.ts'
import { ownSentences } from './own-sentences.ts'

/** What a message seems to ask for. */
export interface DetectedTask {
  title: string
  /** `YYYY-MM-DD`. */
  dueOn: string | null
  reason: 'request' | 'question' | 'deadline'
  /** The sentence it was found in. */
  quote: string
}

/** What asks somebody to do something, at its beginning; the rest of the sentence is the task. */
const request =
  /\b(?:please|kindly|(?:could|can|would|will) you(?: please)?|(?:do not|don['’]t) forget to|remember to|make sure (?:to|that)|(?:i|we) need you to|you need to|bitte|(?:könntest|kannst) du(?: bitte)?|(?:könnten|können|würden) sie(?: bitte)?)[\s,]+/iu
/** "When will you come" asks for an answer, not for coming. */
const inquiry =
  /^(?:and |but |so )?(?:when|what|how|where|why|who|whom|which|wann|was|wie|wo|warum|wer|wen|welche\w?)\b/iu
const deadline = /\b(?:due|deadline|no later than|at the latest|fällig|frist|spätestens)\b/iu
const addressed = /\b(?:you|your|yours|du|dich|dir|dein\w*|sie|ihnen|ihre?\w*)\b/iu
/** Politeness that asks for nothing. */
const courtesy =
  /\b(?:please (?:find|note|see|do not reply|don['’]t reply|feel free|be advised|accept|let (?:me|us) know if|contact us|visit|click|ignore)|please,? thank|bitte (?:nicht antworten|beachten))\b|\bhow are you\b|\bany questions\b|\bunsubscribe\b/iu

const MAX_TITLE = 200
const MAX_QUOTE = 400

/**
 * The first request with a day, else the first request, a sentence that names a deadline, or a question to the reader:
 * by words alone, so that the same message always says the same. Null where nothing is asked for.
 */
export function detectTask({
  subject,
  text,
  sentAt,
}: {
  subject: string
  text: string
  /** Epoch milliseconds: what "Friday" is counted from. */
  sentAt: number
}): DetectedTask | null {
  const found = ownSentences(text)
    .filter((sentence) => !courtesy.test(sentence))
    .flatMap((sentence) => read(sentence, sentAt) ?? [])
  return best(found, subject)
}

function read(sentence: string, sentAt: number): DetectedTask | null {
  const dueOn = readDueDay(sentence, sentAt)
  const quote = cut(sentence, MAX_QUOTE)
  const asked = inquiry.test(sentence) ? null : request.exec(sentence)
  if (asked) {
    const rest = sentence.slice(asked.index + asked[0].length)
    return hasWords(rest) ? { title: titleOf(rest), dueOn, reason: 'request', quote } : null
  }
  if (dueOn !== null && deadline.test(sentence)) return { title: titleOf(sentence), dueOn, reason: 'deadline', quote }
  if (sentence.endsWith('?') && addressed.test(sentence) && hasWords(sentence))
    return { title: '', dueOn, reason: 'question', quote }
  return null
}

function best(found: DetectedTask[], subject: string): DetectedTask | null {
  const chosen =
    found.find(({ reason, dueOn }) => reason === 'request' && dueOn !== null) ??
    found.find(({ reason }) => reason === 'request') ??
    found.find(({ reason }) => reason === 'deadline') ??
    found[0]
  if (!chosen) return null
  if (chosen.reason !== 'question') return chosen
  // A question is not a title: what it is about is the subject.
  return { ...chosen, title: cut(`Answer: ${subject.trim() || chosen.quote}`, MAX_TITLE) }
}

function hasWords(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2
}

function titleOf(text: string): string {
  const plain = text.replace(/[\s.!?,;:]+$/u, '').trim()
  return cut(`${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`, MAX_TITLE)
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .toWellFormed()
        .trimEnd()}…`
}
