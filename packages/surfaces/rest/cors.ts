/** Lets pages of listed sites call the API with a token (Fetch standard, 3.2). */
export interface Cors {
  isListed(headers: Headers): boolean
  /** The answer to a browser that asks whether it may; null when it does not ask, or may not. */
  preflight(request: Request, methods: readonly string[]): Response | null
  /** Says on an answer that the asking page may read it. */
  mark(request: Request, response: Response): void
}

const REQUEST_HEADERS = 'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id'
const ANSWER_HEADERS =
  'etag, location, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id'
const TEN_MINUTES = '600'

/**
 * Exact origins and no others; never with cookies, so that a listed site has no more than the token its page was
 * given. Without any origin it does nothing.
 */
export function createCors(origins: readonly string[]): Cors {
  const listed = new Set(origins)
  const isListed = (headers: Headers) => listed.has(headers.get('origin') ?? '')
  return {
    isListed,
    preflight(request, methods) {
      if (!isListed(request.headers) || !request.headers.has('access-control-request-method')) return null
      const headers = new Headers({
        'access-control-allow-methods': methods.join(', '),
        'access-control-allow-headers': REQUEST_HEADERS,
        'access-control-max-age': TEN_MINUTES,
      })
      return new Response(null, { status: 204, headers })
    },
    mark(request, response) {
      if (listed.size === 0) return
      response.headers.append('vary', 'origin')
      if (!isListed(request.headers)) return
      response.headers.set('access-control-allow-origin', request.headers.get('origin')!)
      response.headers.set('access-control-expose-headers', ANSWER_HEADERS)
    },
  }
}
