import { API_PREFIX } from '#contract/api-prefix.ts'
import type { Operation } from '#contract/operation.ts'
import type { CallOptions, ClientOptions } from './client.ts'

/** The HTTP request that the contract gives for a call: path members first, then query string or JSON body. */
export function toRequest(
  options: ClientOptions,
  operation: Operation<any, any, any, string>,
  input: unknown,
  call: CallOptions,
): Request {
  const members: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  const path = operation.http.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = members[name]
    delete members[name]
    return encodeURIComponent(String(value))
  })
  const url = new URL(
    API_PREFIX + path,
    options.baseUrl || (globalThis as { location?: { href: string } }).location?.href,
  )
  const headers = new Headers()
  if (options.token) headers.set('authorization', `Bearer ${options.token}`)
  if (call.idempotencyKey) headers.set('idempotency-key', call.idempotencyKey)
  if (operation.http.method !== 'GET' && members.rev !== undefined) {
    headers.set('if-match', `"${members.rev}"`)
    delete members.rev
  }

  const bodyless = operation.http.method === 'GET' || operation.http.method === 'DELETE' || call.body !== undefined
  if (bodyless) for (const [name, value] of Object.entries(members)) appendMember(url, name, value)
  else headers.set('content-type', 'application/json')

  return new Request(url, {
    method: operation.http.method,
    headers,
    ...(call.signal && { signal: call.signal }),
    ...(call.body !== undefined ? { body: call.body } : bodyless ? {} : { body: JSON.stringify(members) }),
    // A stream is sent whole before the answer is read (Fetch, "duplex").
    ...(call.body instanceof ReadableStream && { duplex: 'half' }),
    credentials: 'same-origin',
  })
}

function appendMember(url: URL, name: string, value: unknown): void {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) for (const item of value) url.searchParams.append(name, String(item))
  else url.searchParams.set(name, String(value))
}
