import type { SendProblem } from './internal.ts'

/** The server has every byte of it, or not, and never said. */
export const MAYBE_SENT: SendProblem = {
  code: 'maybe-sent',
  detail:
    'It may have been sent: the server never answered. Ask whether it arrived, then say so here or send it again.',
}

export const ACCOUNT_REMOVED: SendProblem = {
  code: 'account-removed',
  detail: 'The account it was to go from was removed.',
}

export const ACCOUNT_PAUSED: SendProblem = {
  code: 'account-paused',
  detail: 'The account it was to go from is paused. Resume it, then send the draft again.',
}

/** Words of a server as people may read them: short, on one line, marked as quoted. */
export function quoted(words: string): string {
  const plain = words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return `“${plain.length > 400 ? `${plain.slice(0, 400).toWellFormed()}…` : plain}”`
}
