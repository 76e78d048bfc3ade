import { endpoint } from '#kernel/handlers.ts'
import { getRemoteImage } from '../../contract.ts'
import { openImageKey } from '../tidying/remote/image-key.ts'
import { remote } from '../tidying/remote/remote.ts'

export default endpoint(getRemoteImage, async ({ fail, now, ports, service }, { key }) => {
  const wanted = openImageKey(ports.sealer, key, now())
  if (!wanted) return fail('key-not-valid')
  const image = await service(remote).image(wanted.owner, wanted.url)
  if (!image) return fail('image-not-found')

  return new Response(image.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': image.type,
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
      // The frame of a message has no origin: to the browser it is a stranger.
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
})
