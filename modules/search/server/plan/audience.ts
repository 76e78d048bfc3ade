import { personOf, type Actor } from '#kernel/actor.ts'
import { audienceKindMark, audienceMark } from '../index/marks.ts'
import { audienceWord } from '../index/words-of.ts'
import type { Expression } from './expression.ts'
import { mark } from './full-text.ts'

/** The audience tokens a person holds. */
export interface Audience {
  mine: string
  ours: string
}

export function audienceOf(actor: Actor): Audience {
  return { mine: `u:${personOf(actor)}`, ours: `w:${actor.workspaceId}` }
}

/** The index's expression for what these tokens may see, of one kind or of all. */
export function audienceExpression({ mine, ours }: Audience, kind: string | null): Expression {
  const marks = [mine, ours].map((token) => (kind === null ? audienceMark(token) : audienceKindMark(token, kind)))
  return { kind: 'or', operands: marks.map((text) => mark(text)!) }
}

/** The keywords of what these tokens may see. */
export function audienceWords({ mine, ours }: Audience): { myWord: string; ourWord: string } {
  return { myWord: audienceWord(mine), ourWord: audienceWord(ours) }
}
