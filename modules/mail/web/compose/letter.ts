import type { Address } from '#modules/mail/contract.ts'
import type { Draft, DraftSummary } from '#modules/mail/contract/drafts.ts'

/** What somebody writes of a letter; attachments are the server's. */
export interface Letter {
  identityId: string | null
  to: Address[]
  cc: Address[]
  bcc: Address[]
  subject: string
  html: string
  text: string
}

/** Where a letter stands on the server. */
export interface SavedAs {
  id: string
  rev: number
}

export const emptyLetter: Letter = { identityId: null, to: [], cc: [], bcc: [], subject: '', html: '', text: '' }

export function toLetter(draft: Draft): Letter {
  const { identityId, to, cc, bcc, subject, bodyHtml, bodyText } = draft
  return { identityId, to, cc, bcc, subject, html: bodyHtml ?? '', text: bodyText }
}

/** The members of `mail.create-draft` and `mail.update-draft` for a letter. */
export function toInput({ identityId, to, cc, bcc, subject, html, text }: Letter) {
  return { identityId, to, cc, bcc, subject, bodyText: text, bodyHtml: html === '' ? null : html }
}

/** Whether there is anything in it worth keeping. */
export function isBlank({ to, cc, bcc, subject, text }: Letter): boolean {
  return to.length + cc.length + bcc.length === 0 && subject.trim() === '' && text.trim() === ''
}

export function titleOf({ subject }: Pick<Letter | DraftSummary, 'subject'>): string {
  return subject.trim() || 'No subject'
}
