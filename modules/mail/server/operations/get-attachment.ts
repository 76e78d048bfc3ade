import { endpoint } from '#kernel/handlers.ts'
import { getAttachment } from '../../contract.ts'
import { readAttachment } from '../internal.ts'
import { extractPart } from '../mime/extract-part.ts'
import { answerFile } from '../store/answer-file.ts'
import { attachmentDisposition } from '../store/content-disposition.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(getAttachment, async (context, { id }) => {
  const { messageId, partId, filename, sha256 } = await context.callAsSystem(readAttachment, { id })
  const { source } = await loadSource(context, messageId)
  const part = extractPart(source, partId)
  if (!part) throw new Error(`Part ${partId} of message ${messageId} is gone`)
  return answerFile(context.request, () => part.bytes, {
    tag: sha256,
    // Never the sender's word: a page of theirs must not run as one of ours.
    'content-type': 'application/octet-stream',
    'content-disposition': attachmentDisposition(filename ?? 'attachment'),
  })
})
