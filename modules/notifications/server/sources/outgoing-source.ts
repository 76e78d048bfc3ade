import { getOutgoing, outgoingChanged, type Outgoing } from '#modules/mail/contract.ts'
import type { Source } from './source.ts'

/** A message that was not sent, or may not have been, or did not reach everybody: its writer has something to do. */
export const outgoingSource: Source = {
  event: outgoingChanged,
  async toNotice({ ask }, { subjectId, data }) {
    if (data.state !== 'failed' && data.state !== 'unsure' && data.state !== 'sent') return null
    const outgoing = await ask(getOutgoing, { id: subjectId })
    // Sent, taken back or tried again meanwhile.
    if (outgoing.state !== data.state) return null
    const words = wordsFor(outgoing)
    return (
      words && {
        kind: 'sending',
        key: `outgoing ${outgoing.id} ${outgoing.state} ${outgoing.attempts}`,
        ...words,
        record: { kind: 'mail.outgoing', id: outgoing.id },
      }
    )
  },
}

function wordsFor({ state, subject, problem, refused }: Outgoing): { title: string; detail: string | null } | null {
  const name = subject === '' ? 'a message without a subject' : subject.slice(0, 250)
  if (state === 'failed') return { title: `Not sent: ${name}`, detail: clip(problem?.detail ?? null) }
  if (state === 'unsure') return { title: `May have been sent, check: ${name}`, detail: clip(problem?.detail ?? null) }
  if (refused.length === 0) return null
  const [first] = refused
  const others = refused.length - 1
  return {
    title: `Not everybody got: ${name}`,
    detail: clip(others === 0 ? first!.address : `${first!.address} and ${others} more`),
  }
}

const clip = (words: string | null) => (words === null ? null : words.slice(0, 1000).toWellFormed())
