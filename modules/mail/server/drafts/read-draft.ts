import type { Address } from '../../contract.ts'
import { SEND_LIMITS } from '../../contract.ts'
import type { MailAddress, ParsedMessage } from '../mime/types.ts'
import { changedColumns, EMPTY_DRAFT, type DraftColumns } from './draft-fields.ts'
import { pickIdentity } from './find-identity.ts'
import type { Senders } from './prepare-answer.ts'
import type { ThreadHeaders } from './tables.ts'
import { writtenHeaders } from './thread-headers.ts'

/** A draft as another program left it: who it is from and to, its words, and what it answers. */
export function readDraft(
  message: ParsedMessage,
  { identities, connectionIds }: Senders,
): { columns: DraftColumns; threadHeaders: ThreadHeaders | null } {
  const from = message.from[0]?.address.toLowerCase()
  const identity =
    identities.find(({ address }) => address.toLowerCase() === from) ??
    pickIdentity(identities, { identityId: null, connectionId: connectionIds[0] ?? null })
  const columns = changedColumns(EMPTY_DRAFT, {
    to: addressesOf(message.to),
    cc: addressesOf(message.cc),
    bcc: addressesOf(message.bcc),
    identityId: identity?.id ?? null,
    connectionId: identity?.connection_id ?? connectionIds[0] ?? null,
    subject: plain(message.subject).slice(0, 2000),
    ...(message.html !== null && message.html.length <= LONGEST_HTML
      ? { bodyHtml: message.html }
      : { bodyText: message.text.slice(0, LONGEST_TEXT).toWellFormed() }),
  })
  return { columns, threadHeaders: writtenHeaders(message.headers) }
}

/** What a writer of drafts may save. */
const LONGEST_TEXT = 400_000
const LONGEST_HTML = 400_000

/** Half written ones too: they are checked when the draft is sent. */
function addressesOf(list: MailAddress[]): Address[] {
  return list
    .slice(0, SEND_LIMITS.recipients)
    .map(({ name, address }) => ({ name: plain(name).slice(0, 500), address: plain(address).trim().slice(0, 320) }))
}

const plain = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
