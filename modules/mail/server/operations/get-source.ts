import { endpoint } from '#kernel/handlers.ts'
import { getMessageSource } from '../../contract.ts'
import { loadSource } from '../store/load-source.ts'
import { attachmentDisposition } from '../store/content-disposition.ts'

export default endpoint(getMessageSource, async (context, { id }) => {
  const { source, subject } = await loadSource(context, id)
  return new Response(source as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': 'message/rfc822', 'content-disposition': attachmentDisposition(`${subject || 'message'}.eml`) },
  })
})
