import { BlockList, isIP, isIPv6 } from 'node:net'
import type { RequestInfo } from '#platform/runtime/listener.ts'

/** What a request says of its caller, as far as the proxy that sent it is believed. */
export interface Forwarding {
  /** The caller's own address instead of the proxy's. */
  infoOf(request: Request, info: RequestInfo): RequestInfo
  /**
   * Sends a page that came without TLS to the public https address, and refuses a program: sent on silently, it would
   * go on showing its token to everybody on the way. Null when there is nothing to say.
   */
  redirect(request: Request, info: RequestInfo): Response | null
}

/**
 * Reads `X-Forwarded-For` and `X-Forwarded-Proto` of proxies whose address is listed. From anybody else they are what
 * a stranger made up.
 */
export function createForwarding(proxies: readonly string[], publicUrl: string | null): Forwarding {
  if (proxies.length === 0) return { infoOf: (_, info) => info, redirect: () => null }
  const trusted = new BlockList()
  for (const proxy of proxies) addTo(trusted, proxy)
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

  return {
    infoOf(request, info) {
      if (!isTrusted(info.address)) return info
      // Each proxy adds to the right: the first that is none of ours is as far as anybody vouches for.
      const hops = valuesOf(request.headers, 'x-forwarded-for').reverse()
      const caller = hops.find((hop) => !isTrusted(hop))
      return { address: caller !== undefined && isIP(caller) !== 0 ? caller : info.address }
    },
    redirect(request, info) {
      if (!publicUrl?.startsWith('https:') || !isTrusted(info.address)) return null
      if (valuesOf(request.headers, 'x-forwarded-proto').at(-1) !== 'http') return null
      const { pathname, search } = new URL(request.url)
      if (PROGRAMS.test(pathname)) return new Response(REFUSAL, { status: 403, headers: REFUSAL_HEADERS })
      return new Response(null, { status: 308, headers: { location: `${publicUrl}${pathname}${search}` } })
    },
  }
}

/** What is for programs and has no pages. */
const PROGRAMS = /^\/(?:api|mcp|ws|metrics|local|\.well-known)(?:\/|$)/
const REFUSAL = 'This Daybook takes https alone. What you sent came in the clear: revoke its token and take another.\n'
const REFUSAL_HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

function addTo(list: BlockList, text: string): void {
  const [address, length] = text.split('/') as [string, string?]
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (length === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(length), family)
}

function valuesOf(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean)
}
