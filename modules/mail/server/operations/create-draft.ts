import { Failure } from '#kernel/failure.ts'
import { createDraft } from '../../contract.ts'
import { command } from '../database.ts'
import { changedColumns, EMPTY_DRAFT } from '../drafts/draft-fields.ts'
import { identitiesOf, pickIdentity } from '../drafts/find-identity.ts'
import { headersOf } from '../drafts/headers-of.ts'
import { htmlSignature, textSignature } from '../drafts/signature.ts'
import { storeDraft } from '../drafts/store-draft.ts'
import { answerHeaders, forwardHeaders } from '../drafts/thread-headers.ts'
import { ownerOf } from '../policy.ts'
import { getConnection } from '../../../connections/contract.ts'

export default command(createDraft, async (context, { inReplyTo, kind = 'reply', signature, ...input }) => {
  const { db, actor, ask, fail } = context
  const identities = await identitiesOf(db, ownerOf(actor))
  const { identityId = null, connectionId = null } = input
  if (identityId !== null && !identities.some(({ id }) => id === identityId)) return fail('identity-not-found')
  if (connectionId !== null && (await ask(getConnection, { id: connectionId })) instanceof Failure)
    return fail('connection-not-found')
  const headers = inReplyTo === undefined ? null : await headersOf(db, actor, inReplyTo)
  if (inReplyTo !== undefined && !headers) return fail('message-not-found')

  const identity = signature ? pickIdentity(identities, { identityId, connectionId }) : undefined
  const { bodyText = '', bodyHtml } = input
  const signed = bodyHtml
    ? { bodyHtml: bodyHtml + htmlSignature(identity) }
    : { bodyText: bodyText + textSignature(identity) }
  return storeDraft(context, changedColumns(EMPTY_DRAFT, { ...input, ...signed }), {
    kind: headers ? kind : 'new',
    inReplyTo: inReplyTo ?? null,
    threadHeaders: headers && (kind === 'forward' ? forwardHeaders(headers) : answerHeaders(headers)),
  })
})
