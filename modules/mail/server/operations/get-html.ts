import type { EndpointContext } from '#kernel/context.ts'
import { endpoint } from '#kernel/handlers.ts'
import { getMessageHtml } from '../../contract.ts'
import type { RemoteImages } from '../html/render-message.ts'
import { loadSource } from '../store/load-source.ts'
import { readImagesAllowed } from '../tidying/internal.ts'
import { sealImageKey } from '../tidying/remote/image-key.ts'

export default endpoint(getMessageHtml, async (context, { id, images }) => {
  const { source } = await loadSource(context, id)
  const { allowed, ownerId } = await context.callAsSystem(readImagesAllowed, { id })
  const isShown = images === undefined ? allowed : images === 'shown'
  // The parser and the sanitiser are loaded with the first message that is opened: a start needs neither.
  const { renderMessage } = await import('../html/render-message.ts')
  const { html, policy, blockedRemote } = renderMessage(source, isShown ? throughUs(context, ownerId) : null)
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-blocked-remote': String(blockedRemote),
      'x-remote-images': isShown ? 'shown' : 'blocked',
      'cache-control': 'private, no-cache',
    },
  })
})

const PATH = '/api/v1/remote-images/'

/** Images by way of this Daybook: the browser never asks anybody else. */
function throughUs({ now, ports, request }: EndpointContext<any>, owner: string): RemoteImages {
  const host = request.headers.get('host') ?? new URL(request.url).host
  // A frame without an origin is nobody's own, so the policy names us; before a proxy nobody knows by which scheme.
  const sources = /^[\w.:[\]-]+$/.test(host) ? [`http://${host}${PATH}`, `https://${host}${PATH}`] : []
  return {
    sources,
    proxy(url) {
      const key = sealImageKey(ports.sealer, { url, owner }, now())
      return key === null ? null : `${PATH}${key}`
    },
  }
}
