import { endpoint } from '#kernel/handlers.ts'
import { getMessageSource } from '../../contract.ts'
import { answerFile } from '../store/answer-file.ts'
import { attachmentDisposition } from '../store/content-disposition.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(getMessageSource, async (context, { id }) => {
  const { source, subject, hash } = await loadSource(context, id)
  return answerFile(context.request, () => source, {
    tag: hash,
    'content-type': 'message/rfc822',
    'content-disposition': attachmentDisposition(`${subject.slice(0, 150) || 'message'}.eml`),
  })
})
