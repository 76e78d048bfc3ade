import type { DraftKind } from '../../contract.ts'
import { reachedIdentity } from '../../shared/answers/answering-identity.ts'
import { answerQuote, forwardedPart } from '../../shared/answers/quote.ts'
import { replyRecipients } from '../../shared/answers/reply-recipients.ts'
import { answerSubject, forwardSubject } from '../../shared/answers/reply-subject.ts'
import { parseAddresses } from '../mime/addresses.ts'
import type { ParsedMessage } from '../mime/types.ts'
import { changedColumns, EMPTY_DRAFT, type DraftColumns } from './draft-fields.ts'
import { pickIdentity } from './find-identity.ts'
import { quotedBody } from './quote.ts'
import { htmlSignature, textSignature } from './signature.ts'
import type { IdentityRow, ThreadHeaders } from './tables.ts'
import { answerHeaders, forwardHeaders } from './thread-headers.ts'

/** Who may answer: one's addresses, and the accounts in which the message lies. */
export interface Senders {
  identities: IdentityRow[]
  connectionIds: string[]
}

/** A draft that answers or forwards a message; null where the list it came from takes no mail. */
export function prepareAnswer(
  parent: ParsedMessage,
  { kind, html, timeZone }: { kind: DraftKind; html: boolean; timeZone?: string | undefined },
  senders: Senders,
): { columns: DraftColumns; threadHeaders: ThreadHeaders | null } | null {
  const own = new Set(senders.identities.map(({ address }) => address.toLowerCase()))
  const recipients = replyRecipients(parent, kind, own, parseAddresses)
  if (!recipients) return null

  const forwards = kind === 'forward'
  const identity = answeringIdentity(parent, senders)
  const quote = (forwards ? forwardedPart : answerQuote)(parent, timeZone, quotedBody(parent))
  const columns = changedColumns(EMPTY_DRAFT, {
    ...recipients,
    identityId: identity?.id ?? null,
    connectionId: identity?.connection_id ?? senders.connectionIds[0] ?? null,
    subject: forwards ? forwardSubject(parent.subject) : answerSubject(parent.subject),
    ...(html
      ? { bodyHtml: `<p><br></p>${htmlSignature(identity)}${quote.html}` }
      : { bodyText: textSignature(identity) + quote.text }),
  })
  return { columns, threadHeaders: forwards ? forwardHeaders(parent.headers) : answerHeaders(parent.headers) }
}

/** The address it came to answers; else one of the account it lies in; else the default. */
function answeringIdentity(parent: ParsedMessage, { identities, connectionIds }: Senders): IdentityRow | undefined {
  return (
    reachedIdentity(parent, identities) ??
    pickIdentity(identities, { identityId: null, connectionId: connectionIds[0] ?? null })
  )
}
