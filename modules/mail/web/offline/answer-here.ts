import { getMessage, type Message } from '#modules/mail/contract.ts'
import { listIdentities } from '#modules/mail/contract/identities.ts'
import { ProblemError } from '#client/problem-error.ts'
import { api } from '#ui/data/api.ts'
import { askOrKept } from '#ui/data/kept-answers.ts'
import { reachedIdentity } from '../../shared/answers/answering-identity.ts'
import type { Parent } from '../../shared/answers/parent.ts'
import { answerQuote, forwardedPart } from '../../shared/answers/quote.ts'
import { replyRecipients } from '../../shared/answers/reply-recipients.ts'
import { answerSubject, forwardSubject } from '../../shared/answers/reply-subject.ts'
import { htmlSignature, textSignature } from '../../shared/answers/signature.ts'
import type { Begun } from '../compose/begin-letter.ts'
import type { AnswerKind } from '../compose/composing.ts'
import { letterProblem } from '../compose/letter-problem.ts'
import { parseAddresses } from '../compose/parse-addresses.ts'

/**
 * An answer that is begun while Daybook cannot be reached, from the message as this browser keeps it: with the recipients,
 * subject, quote and signature that the server would have given it, but for HTML, which is the server's alone. Null where
 * the message is not here.
 */
export async function answerHere(
  { kind, messageId }: { kind: AnswerKind; messageId: string },
  timeZone: string,
): Promise<Pick<Begun, 'letter' | 'inReplyTo' | 'answers'> | null> {
  const message = await kept(() =>
    askOrKept(getMessage.name, { id: messageId }, () => api.call(getMessage, { id: messageId })),
  )
  if (!message) return null
  const forwards = kind === 'forward'
  // Files are on the server: a forward without them would say less than it seems to.
  if (forwards && message.attachments.length > 0) throw letterProblem('files-are-away')

  const identities =
    (await kept(() => askOrKept(listIdentities.name, {}, () => api.call(listIdentities, {}))))?.items ?? []
  const parent = toParent(message)
  const own = new Set(identities.map(({ address }) => address.toLowerCase()))
  const recipients = replyRecipients(parent, kind, own, parseAddresses) ?? { to: [], cc: [], bcc: [] }
  const identity = reachedIdentity(parent, identities) ?? identities[0]
  const quote = (forwards ? forwardedPart : answerQuote)(parent, timeZone)
  const letter = {
    ...recipients,
    identityId: identity?.id ?? null,
    subject: forwards ? forwardSubject(parent.subject) : answerSubject(parent.subject),
    html: `<p><br></p>${htmlSignature(identity)}${quote.html}`,
    text: textSignature(identity) + quote.text,
  }
  return { letter, inReplyTo: messageId, answers: kind }
}

function toParent(message: Message): Parent {
  const { from, sentAt } = message
  return { ...message, from: from ? [from] : [], sender: [], date: sentAt === null ? null : Date.parse(sentAt) }
}

/** What this browser has of an answer; nothing where it has none. */
async function kept<Output>(ask: () => Promise<Output>): Promise<Output | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'network') return null
    throw error
  }
}
