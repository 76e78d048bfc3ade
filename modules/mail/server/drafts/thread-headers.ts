import { messageIds } from '../threading/message-ids.ts'
import type { ThreadHeaders } from './tables.ts'

type Headers = { name: string; value: string }[]

/** Ids kept of a long chain: the first and the newest, so that the field stays under what servers take. */
const MOST_REFERENCES = 40

/**
 * The threading fields of an answer (RFC 5322, 3.6.4): In-Reply-To names the parent; References are the parent's, or
 * else its In-Reply-To where that is one alone, and then the parent itself.
 */
export function answerHeaders(parent: Headers): ThreadHeaders | null {
  const [messageId] = idsOf(parent, 'message-id')
  if (messageId === undefined) return null
  return { inReplyTo: messageId, references: chainOf(parent, messageId) }
}

/** A forward goes to others: it stays in our thread, but claims to answer nobody. */
export function forwardHeaders(parent: Headers): ThreadHeaders | null {
  const [messageId] = idsOf(parent, 'message-id')
  return messageId === undefined ? null : { inReplyTo: null, references: chainOf(parent, messageId) }
}

/** The threading fields of a draft as another program wrote them. */
export function writtenHeaders(draft: Headers): ThreadHeaders | null {
  const [inReplyTo = null] = idsOf(draft, 'in-reply-to')
  const references = shortened(idsOf(draft, 'references'))
  return inReplyTo === null && references.length === 0 ? null : { inReplyTo, references }
}

function chainOf(parent: Headers, messageId: string): string[] {
  const references = idsOf(parent, 'references')
  const answered = idsOf(parent, 'in-reply-to')
  const before = references.length > 0 ? references : answered.length === 1 ? answered : []
  return shortened([...before.filter((id) => id !== messageId), messageId])
}

function shortened(chain: string[]): string[] {
  return chain.length <= MOST_REFERENCES ? chain : [chain[0]!, ...chain.slice(1 - MOST_REFERENCES)]
}

function idsOf(headers: Headers, wanted: string): string[] {
  const found = messageIds(headers.find(({ name }) => name.toLowerCase() === wanted)?.value)
  // What no header of ours could carry is left out.
  return found.filter((id) => /^[\x21-\x7e]{3,250}$/.test(id))
}
