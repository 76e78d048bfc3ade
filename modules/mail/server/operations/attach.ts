import { endpoint } from '#kernel/handlers.ts'
import { Failure } from '#kernel/failure.ts'
import { attach, getDraft } from '../../contract.ts'
import { attachUpload } from '../drafts/attach-upload.ts'

export default endpoint(attach, async (context, { draftId, uploadId, ...choice }) => {
  // Before any byte is read for a draft that is not there.
  await context.call(getDraft, { id: draftId })
  const draft = await attachUpload(context, draftId, uploadId, choice)
  return draft instanceof Failure ? draft : Response.json(draft)
})
