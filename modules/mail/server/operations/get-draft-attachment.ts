import { endpoint } from '#kernel/handlers.ts'
import { getDraftAttachment } from '../../contract.ts'
import { readDraftAttachment } from '../drafts/internal.ts'
import { answerFile } from '../store/answer-file.ts'
import { attachmentDisposition } from '../store/content-disposition.ts'

export default endpoint(getDraftAttachment, async (context, { id }) => {
  const { blob, filename } = await context.callAsSystem(readDraftAttachment, { id })
  const bytes = await context.ports.blobs.get(blob)
  if (!bytes) return context.fail('attachment-not-found')
  return answerFile(context.request, () => bytes, {
    tag: blob,
    'content-type': 'application/octet-stream',
    'content-disposition': attachmentDisposition(filename),
  })
})
