import { endpoint } from '#kernel/handlers.ts'
import { continueDraft } from '../../contract.ts'
import { readSenders } from '../drafts/internal.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(continueDraft, async (context, { messageId }) => {
  const { source } = await loadSource(context, messageId)
  const senders = await context.callAsSystem(readSenders, { messageId })
  // The parser and the sanitiser are loaded with the first message that is opened: a start needs neither.
  const { parseMessage } = await import('../mime/parse-message.ts')
  const { readDraft } = await import('../drafts/read-draft.ts')
  const { fitOf } = await import('../drafts/parts-to-send.ts')
  const { storePrepared } = await import('../drafts/store-prepared.ts')
  const message = parseMessage(source)
  const parts = message.attachments
  const problem = fitOf(parts)
  if (problem) return context.fail(problem)
  const draft = { ...readDraft(message, senders), kind: 'new', inReplyTo: null, copyId: messageId }
  return Response.json(await storePrepared(context, { ...draft, parts, source }))
})
