/**
 * Make the comments of an address field (RFC 5322 section 3.2.2) such that a simple parser reads them:
 * those within an address or after a name go, the one that stands for a name stays, without nesting and escapes.
 */
export function simplifyComments(value: string): string {
  if (!value.includes('(')) return value
  let out = ''
  let mailbox = newMailbox('')
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!
    if (character === '"') {
      const end = quoteEnd(value, i)
      out += value.slice(i, end)
      mailbox.last = '"'
      i = end - 1
    } else if (character === '(') {
      const end = commentEnd(value, i)
      if (end === 0) return out + value.slice(i)
      if (namesMailbox(mailbox)) {
        out += `(${plain(value.slice(i + 1, end - 1))})`
        mailbox.last = ')'
      }
      i = end - 1
    } else {
      out += character
      if (!mailbox.angle && ',;:'.includes(character)) mailbox = newMailbox(character)
      else note(mailbox, character)
    }
  }
  return out
}

/** What was read of the current mailbox: what ended the one before it, its last mark, and what it has. */
type Mailbox = { after: string; last: string; at: boolean; angle: boolean; address: boolean }

function newMailbox(after: string): Mailbox {
  return { after, last: '', at: false, angle: false, address: false }
}

function note(mailbox: Mailbox, character: string): void {
  if (character === '<') mailbox.angle = mailbox.address = true
  else if (character === '>') mailbox.angle = false
  else if (character === '@') mailbox.at = true
  if (!' \t'.includes(character)) mailbox.last = character
}

/** Before an address a comment may stand alone; after a bare one it is the name, as in `jo@example.test (Jo)`. */
function namesMailbox({ after, last, at, address }: Mailbox): boolean {
  if (last === '') return after !== ';'
  return at && !address && !'@.)'.includes(last)
}

function plain(comment: string): string {
  return comment.replace(/\\(.)/g, '$1').replace(/[()]+/g, ' ').trim()
}

function quoteEnd(value: string, from: number): number {
  for (let i = from + 1; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === '"') return i + 1
  }
  return value.length
}

/** Where the comment ends, or 0 where it never does. */
function commentEnd(value: string, from: number): number {
  let depth = 0
  for (let i = from; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === '(') depth++
    else if (value[i] === ')' && --depth === 0) return i + 1
  }
  return 0
}
