/** Marks of answers in the languages mail programs write them most, also counted: `Re[2]:`, `Re(3):`. */
const ANSWER = /^\s*(?:re|aw|antw|sv|vs|ref|rif|rép|odp|ynt|ang|回复|答复)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu
const FORWARD = /^\s*(?:fwd?|wg|tr|rv|enc|vl|vb|pd|doorst|i|转发)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu

/** The subject of an answer: one `Re:`, however many were there. */
export function answerSubject(subject: string): string {
  return `Re: ${without(subject, ANSWER)}`.trimEnd()
}

/** The subject of a forward: one `Fwd:`. */
export function forwardSubject(subject: string): string {
  return `Fwd: ${without(subject, FORWARD)}`.trimEnd()
}

function without(subject: string, mark: RegExp): string {
  let rest = plain(subject)
  while (mark.test(rest)) rest = rest.replace(mark, '')
  return rest.trim().slice(0, LONGEST)
}

const LONGEST = 1900

/** A sender's subject may hold what ours must not. */
function plain(subject: string): string {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
