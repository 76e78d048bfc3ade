import type { IncomingMessage, RequestOptions } from 'node:http'
import { isIP } from 'node:net'
import type { Reach } from './reach.ts'

export interface PublicRequest {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Redirects that are followed. */
  redirects: number
  maxBytes: number
  milliseconds: number
}

export interface PublicAnswer {
  status: number
  contentType: string
  bytes: Uint8Array
}

/** Why a request was not made, or not carried through. Its message is fit for people. */
export class Unreachable extends Error {}

/**
 * One request to the public internet by https, as a stranger: no cookies, no referrer, nothing kept. Every host, also
 * of a redirect, is resolved first, refused where one of its addresses is not public, and then connected at the very
 * address that was looked at, so that a name cannot change its mind in between.
 */
export async function requestPublic(reach: Reach, address: string, options: PublicRequest): Promise<PublicAnswer> {
  const signal = AbortSignal.timeout(options.milliseconds)
  let url = secureUrl(address)
  for (let left = options.redirects; ; left--) {
    const response = await send(reach, url, options, signal)
    const status = response.statusCode ?? 0
    const location = response.headers.location
    if (!REDIRECTS.has(status) || location === undefined || options.method === 'POST') {
      const bytes = await readAll(response, options.maxBytes)
      return { status, contentType: response.headers['content-type'] ?? '', bytes }
    }
    response.destroy()
    if (left === 0) throw new Unreachable('It leads on too often')
    url = secureUrl(URL.parse(location, url)?.href ?? '')
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The address by https on its own port; what else stands in it is left out or refused. */
function secureUrl(address: string): URL {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw new Unreachable('That is no web address')
  if (url.port !== '') throw new Unreachable('Only the common port of the web is used')
  url.protocol = 'https:'
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

async function send(reach: Reach, url: URL, options: PublicRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await addressOf(reach, url.hostname.replace(/^\[(.*)\]$/, '$1'), signal)
  const { plainPort } = reach
  const target: RequestOptions = {
    method: options.method,
    host: url.hostname,
    path: `${url.pathname}${url.search}`,
    headers: { ...options.headers, host: url.hostname },
    agent: false,
    signal,
    // The address that was looked at, whatever the name says by now.
    lookup: (_host, { all }, answer) => {
      const family = isIP(address)
      if (all) answer(null, [{ address, family }])
      else answer(null, address, family)
    },
  }
  // Its client is megabytes of the runtime that a server at rest does without.
  const { request: ask } = plainPort === undefined ? await import('node:https') : await import('node:http')
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new Unreachable('It does not answer', { cause }))
    const request =
      plainPort === undefined
        ? ask({ ...target, port: 443, ...(isIP(url.hostname) === 0 && { servername: url.hostname }) }, resolve)
        : ask({ ...target, host: '127.0.0.1', port: plainPort }, resolve)
    request.once('error', fail)
    request.end(options.body)
  })
}

async function addressOf(reach: Reach, host: string, signal: AbortSignal): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(reach, host, signal) : [host]
  if (addresses.length === 0) throw new Unreachable('There is no such host')
  // One private address among public ones is how a name is rebound.
  if (!addresses.every((address) => reach.allows(address)))
    throw new Unreachable('It does not lie in the public internet')
  return addresses[0]!
}

async function resolve(reach: Reach, host: string, signal: AbortSignal): Promise<string[]> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(new Unreachable('It does not answer'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([reach.resolve(host), promise])
  } catch (cause) {
    throw cause instanceof Unreachable ? cause : new Unreachable('There is no such host', { cause })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > maxBytes) throw new Unreachable('It is too large')
      parts.push(part)
    }
  } catch (cause) {
    throw cause instanceof Unreachable ? cause : new Unreachable('It broke off', { cause })
  } finally {
    response.destroy()
  }
  return Buffer.concat(parts)
}
