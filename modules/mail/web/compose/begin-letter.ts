import { getDraft, prepareReply, type Draft, type DraftAttachment } from '#modules/mail/contract/drafts.ts'
import { api } from '#ui/data/api.ts'
import { isOffline } from '../offline/is-offline.ts'
import type { AnswerKind, Start } from './composing.ts'
import { keptLetters } from './kept-letters.ts'
import { emptyLetter, toLetter, type Letter, type SavedAs } from './letter.ts'

/** A letter that is ready to be written on. */
export interface Begun {
  /** Under which the browser keeps it. */
  key: string
  letter: Letter
  saved: SavedAs | null
  inReplyTo: string | null
  answers?: AnswerKind | undefined
  attachments: DraftAttachment[]
  /** The server has not got all of it. */
  unsaved: boolean
  /** Nobody has written on it: closing it leaves nothing behind. */
  fresh: boolean
}

/** Reads what a letter begins with: nothing, the message it answers, a draft, or what this browser kept. */
export async function beginLetter(start: Start, userId: string): Promise<Begun> {
  switch (start.kind) {
    case 'new': {
      const { to = [], subject = '', text = '' } = start
      return {
        ...blank(),
        letter: { ...emptyLetter, to, subject, text },
        unsaved: to.length > 0 || subject !== '' || text !== '',
      }
    }
    case 'kept': {
      const kept = keptLetters(userId).find(({ key }) => key === start.key)
      return kept ? { ...blank(), ...kept, unsaved: true, fresh: false } : blank()
    }
    case 'draft': {
      const kept = keptLetters(userId).find(({ saved }) => saved?.id === start.id)
      const draft = await api.call(getDraft, { id: start.id })
      const begun = { ...ofDraft(draft), fresh: false }
      // What was written here last goes first; where the server has moved on, the letter says so and offers both.
      return kept ? { ...begun, key: kept.key, letter: kept.letter, saved: kept.saved, unsaved: true } : begun
    }
    default: {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      try {
        return ofDraft(await api.call(prepareReply, { ...start, timeZone }))
      } catch (error) {
        if (!isOffline(error)) throw error
        const { answerHere } = await import('../offline/answer-here.ts')
        const here = await answerHere(start, timeZone)
        if (!here) throw error
        return { ...blank(), ...here }
      }
    }
  }
}

function ofDraft(draft: Draft): Begun {
  const { id, rev, inReplyTo, attachments } = draft
  return { ...blank(), letter: toLetter(draft), saved: { id, rev }, inReplyTo, attachments }
}

function blank(): Begun {
  return {
    key: crypto.randomUUID(),
    letter: emptyLetter,
    saved: null,
    inReplyTo: null,
    attachments: [],
    unsaved: false,
    fresh: true,
  }
}
