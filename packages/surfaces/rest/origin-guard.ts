/** Decides whether a request that changes something comes from Daybook's own pages. */
export type OriginGuard = (headers: Headers, host: string) => boolean

/**
 * Refuses what a browser sends from another site. A browser always names the origin of such a request or its
 * `Sec-Fetch-Site`; a caller that sends neither is a program, which no other site can steer.
 */
export function createOriginGuard(publicUrl: string | undefined): OriginGuard {
  const publicOrigin = publicUrl && new URL(publicUrl).origin
  return (headers, host) => {
    const site = headers.get('sec-fetch-site')
    // Another port of localhost is the same site, and yet a stranger.
    if (site !== null && site !== 'same-origin' && site !== 'none') return false
    const origin = headers.get('origin')
    if (origin === null || origin === publicOrigin) return true
    return origin === `http://${host}` || origin === `https://${host}`
  }
}
