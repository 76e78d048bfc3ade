const MAX_TITLE = 500

/** Reply and forward marks of many mail programs, numbered ones (`Re[2]:`, `Re^3:`) and full-width colons too. */
const MARK =
  /^\s*(?:re|aw|antw|antwort|sv|vs|r|rif|ref|odp|ynt|fwd?|wg|tr|rv|i|enc|vl|doorst)\s*(?:\[\d+\]|\^\d+|\(\d+\))?\s*[:：]\s*/iu

/** A message's subject as a task's title: without reply and forward marks, never empty, cut to a title's length. */
export function titleOfMessage(message: { subject: string; from: { name: string; address: string } | null }): string {
  const subject = withoutMarks(message.subject).replace(/\s+/gu, ' ').trim()
  if (subject) return cut(subject)
  const sender = (message.from?.name || message.from?.address || '').trim()
  return cut(sender ? `Message from ${sender}` : 'Message without a subject')
}

function withoutMarks(subject: string): string {
  let rest = subject
  while (MARK.test(rest)) rest = rest.replace(MARK, '')
  return rest
}

/** Cut between characters: half a surrogate pair would not be text. */
function cut(title: string): string {
  if (title.length <= MAX_TITLE) return title
  let end = MAX_TITLE - 1
  if (/[\uD800-\uDBFF]/u.test(title[end - 1]!)) end -= 1
  return `${title.slice(0, end).trimEnd()}…`
}
