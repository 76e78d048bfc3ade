import { personOf, type Actor } from '#kernel/actor.ts'
import { audienceKindMark, audienceMark } from '../index/marks.ts'
import { audienceWord } from '../index/words-of.ts'
import { mark } from './full-text.ts'

/** The audience tokens a person holds: their own and the workspace's. */
function tokensOf(actor: Actor): string[] {
  return [`u:${personOf(actor)}`, `w:${actor.workspaceId}`]
}

/** The index's expression for what a person may see, of one kind or of all. */
export function audienceExpression(actor: Actor, kind: string | null): string {
  const marks = tokensOf(actor).map((token) => (kind === null ? audienceMark(token) : audienceKindMark(token, kind)))
  return `(${marks.map((text) => mark(text)).join(' OR ')})`
}

/** The keywords of what a person may see. */
export function audienceWords(actor: Actor): string[] {
  return tokensOf(actor).map(audienceWord)
}
