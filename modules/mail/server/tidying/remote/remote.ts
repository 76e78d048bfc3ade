import { defineService } from '#contract/service.ts'
import { provide } from '#kernel/module-services.ts'
import { ByteCache } from './byte-cache.ts'
import { imageKind } from './image-kind.ts'
import { publicReach, type Reach } from './reach.ts'
import { requestPublic, Unreachable } from './request-public.ts'

export interface RemoteImage {
  type: string
  bytes: Uint8Array
}

/** What mail makes Daybook fetch from the internet. */
export interface Remote {
  /** A picture; null where there is none that may be shown. `owner` keeps what people look at apart. */
  image(owner: string, url: string): Promise<RemoteImage | null>
  /** Asks a list to let its reader go (RFC 8058); answers the status. Throws `Unreachable`. */
  unsubscribe(url: string): Promise<number>
}

export const remote = defineService<Remote>({
  name: 'mail.remote',
  summary: 'Fetches remote images and leaves lists, on the public internet alone',
})

const MAX_IMAGE = 5 * 1024 * 1024
const CACHE_BYTES = 32 * 1024 * 1024
const KEPT = 3_600_000
/** A host that does not answer is left in peace for a while. */
const MISSED = 300_000
const WAIT = 10_000
/** What an entry of the cache costs beside its bytes. */
const OVERHEAD = 500

/** The service with its reach: the public internet, but for tests. */
export const provideRemote = (reach: Reach) =>
  provide(remote, ({ now, log }) => {
    const cache = new ByteCache<RemoteImage | null>(CACHE_BYTES)
    const underWay = new Map<string, Promise<RemoteImage | null>>()

    async function load(key: string, url: string): Promise<RemoteImage | null> {
      const image = await fetchImage(reach, url).catch((cause: unknown) => {
        if (!(cause instanceof Unreachable)) throw cause
        // Addresses of mail may name people: the log says only why.
        log.debug({ reason: cause.message }, 'mail.image-not-fetched')
        return null
      })
      const size = OVERHEAD + key.length + (image?.bytes.length ?? 0)
      cache.set(key, image, { size, until: now() + (image ? KEPT : MISSED) })
      return image
    }

    return {
      async image(owner, url) {
        const key = `${owner} ${url}`
        const known = cache.get(key, now())
        if (known !== undefined) return known
        const loading = underWay.get(key) ?? load(key, url).finally(() => underWay.delete(key))
        underWay.set(key, loading)
        return loading
      },
      async unsubscribe(url) {
        const answer = await requestPublic(reach, url, {
          method: 'POST',
          headers: { ...STRANGER, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
          redirects: 0,
          maxBytes: 1024 * 1024,
          milliseconds: WAIT,
        })
        return answer.status
      },
    }
  })

export const remoteService = provideRemote(publicReach)

const STRANGER = { 'user-agent': 'Mozilla/5.0 (compatible; Daybook)' }

async function fetchImage(reach: Reach, url: string): Promise<RemoteImage | null> {
  const answer = await requestPublic(reach, url, {
    method: 'GET',
    headers: { ...STRANGER, accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif' },
    redirects: 3,
    maxBytes: MAX_IMAGE,
    milliseconds: WAIT,
  })
  if (answer.status !== 200) return null
  const kind = imageKind(answer.bytes)
  // A picture of one pixel shows nothing: it counts who reads.
  if (!kind || (kind.width !== null && kind.width <= 1) || (kind.height !== null && kind.height <= 1)) return null
  return { type: kind.type, bytes: answer.bytes }
}
