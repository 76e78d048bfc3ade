import type { IncomingMessage } from 'node:http'
import type { Network } from './network.ts'

const MAX_BYTES = 64 * 1024
const MAX_REDIRECTS = 3

/**
 * Reads a document from a mail domain: https from anywhere public, plain http from the domain's own autoconfig host
 * alone. Few redirects, few bytes, and only addresses that were looked at; null where there is nothing.
 */
export async function fetchAutoconfig(
  start: URL,
  { network, plainHost, signal }: { network: Network; plainHost: string; signal: AbortSignal },
): Promise<string | null> {
  let url = start
  for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
    if (!isAllowed(url, plainHost)) return null
    const [address] = await network.addresses(url.hostname.replace(/^\[|\]$/g, ''))
    if (address === undefined) return null
    const answer = await ask(url, address, signal)
    if (answer === null || typeof answer === 'string') return answer
    url = answer
  }
  return null
}

function isAllowed(url: URL, plainHost: string): boolean {
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return url.port === ''
  return url.protocol === 'http:' && url.hostname === plainHost
}

/** The text, where to go instead, or null. The address is the one that was looked at, whatever the name means next. */
async function ask(url: URL, address: string, signal: AbortSignal): Promise<string | URL | null> {
  const isSafe = url.protocol === 'https:'
  const options = {
    host: address,
    port: url.port === '' ? (isSafe ? 443 : 80) : Number(url.port),
    path: url.pathname + url.search,
    headers: { host: url.host, accept: 'text/xml, application/xml', 'user-agent': 'Daybook' },
    agent: false as const,
    signal,
  }
  const { request } = isSafe ? await import('node:https') : await import('node:http')
  return new Promise((resolve) => {
    const asked = request({ ...options, ...(isSafe && { servername: url.hostname }) })
    asked.once('response', (response) => void read(response, url).then(resolve, () => resolve(null)))
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

async function read(response: IncomingMessage, url: URL): Promise<string | URL | null> {
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.destroy()
    return URL.canParse(headers.location, url) ? new URL(headers.location, url) : null
  }
  if (statusCode !== 200) {
    response.destroy()
    return null
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
