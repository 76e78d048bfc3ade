import { endpoint } from '#kernel/handlers.ts'
import { getMessageHtml } from '../../contract.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(getMessageHtml, async (context, { id }) => {
  const { source } = await loadSource(context, id)
  // The parser and the sanitiser are loaded with the first message that is opened: a start needs neither.
  const { renderMessage } = await import('../html/render-message.ts')
  const { html, policy, blockedRemote } = renderMessage(source)
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-blocked-remote': String(blockedRemote),
      'cache-control': 'private, no-cache',
    },
  })
})
