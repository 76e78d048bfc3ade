import { endpoint } from '#kernel/handlers.ts'
import type { OpenContext } from '#kernel/context.ts'
import { prepareReply } from '../../contract.ts'
import { readSenders } from '../drafts/internal.ts'
import { readAttachment } from '../internal.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(prepareReply, async (context, { messageId, kind, attachmentIds, ...choice }) => {
  const { source } = await loadSource(context, messageId)
  const chosen = attachmentIds ? await partsOf(context, messageId, attachmentIds) : null
  if (chosen?.has(null)) return context.fail('attachment-not-found')

  const senders = await context.callAsSystem(readSenders, { messageId })
  // The parser and the sanitiser are loaded with the first message that is opened: a start needs neither.
  const { parseMessage } = await import('../mime/parse-message.ts')
  const { prepareAnswer } = await import('../drafts/prepare-answer.ts')
  const { fitOf, partsToSend } = await import('../drafts/parts-to-send.ts')
  const { storePrepared } = await import('../drafts/store-prepared.ts')
  const parent = parseMessage(source)
  const answer = prepareAnswer(parent, { kind, ...choice }, senders)
  if (!answer) return context.fail('not-a-list')

  const html = answer.columns.body_html
  const parts = partsToSend(parent, { forwards: kind === 'forward', html, chosen: chosen as Set<string> | null })
  const problem = fitOf(parts)
  if (problem) return context.fail(problem)
  return Response.json(await storePrepared(context, { ...answer, kind, inReplyTo: messageId, parts, source }))
})

/** Which parts of the message the attachments are; null stands for one of another message. */
async function partsOf(context: OpenContext<any>, messageId: string, ids: string[]): Promise<Set<string | null>> {
  const parts = new Set<string | null>()
  for (const id of ids) {
    const attachment = await context.callAsSystem(readAttachment, { id })
    parts.add(attachment.messageId === messageId ? attachment.partId : null)
  }
  return parts
}
