import { commonFailure, Failure } from '#kernel/failure.ts'
import { isDeeperThan } from './json-depth.ts'

/** How deep a body may nest: nothing of ours comes near it. */
export const MAX_DEPTH = 64

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The members of a JSON body; none when there is no body. Anything but one JSON object is refused. */
export async function readBody(request: Request, limit: number): Promise<Record<string, unknown> | Failure> {
  const announced = request.headers.get('content-length')
  if (announced === '0' || request.body === null) return {}
  if (announced !== null && Number(announced) > limit) return tooLarge(limit)

  const bytes = await (announced === null ? readWithin(request.body, limit) : readAnnounced(request, limit))
  if (bytes instanceof Failure) return bytes
  if (bytes.byteLength === 0) return {}
  if (!isJson(request.headers.get('content-type'))) return commonFailure('unsupported-media-type')
  return parseObject(bytes)
}

async function readAnnounced(request: Request, limit: number): Promise<Uint8Array | Failure> {
  const bytes = await request.bytes().catch(() => null)
  if (bytes === null) return commonFailure('malformed-body', { detail: 'The body ended early' })
  return bytes.byteLength > limit ? tooLarge(limit) : bytes
}

/** A body of unknown length is counted as it comes, and left as soon as it is too long. */
async function readWithin(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | Failure> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      length += chunk.byteLength
      if (length > limit) return tooLarge(limit)
      chunks.push(chunk)
    }
  } catch {
    // The connection broke, or the framing did: nobody may be left to read the answer.
    return commonFailure('malformed-body', { detail: 'The body ended early' })
  }
  return chunks.length === 1 ? chunks[0]! : concatenate(chunks, length)
}

function concatenate(chunks: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.byteLength
  }
  return all
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | Failure {
  let value: unknown
  try {
    const text = decoder.decode(bytes)
    if (isDeeperThan(text, MAX_DEPTH))
      return commonFailure('malformed-body', { detail: `The body nests deeper than ${MAX_DEPTH} levels` })
    value = JSON.parse(text)
  } catch {
    // Neither UTF-8 nor JSON: both are the caller's fault and told alike.
    return commonFailure('malformed-body')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return commonFailure('malformed-body')
  return value as Record<string, unknown>
}

/** `application/json`, or any type with the suffix `+json` (RFC 6839). */
function isJson(contentType: string | null): boolean {
  if (contentType === null) return false
  if (contentType === 'application/json') return true
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase()
  return type === 'application/json' || /^[\w.-]+\/[\w.-]+\+json$/.test(type)
}

function tooLarge(limit: number): Failure {
  return commonFailure('body-too-large', { detail: `The body is larger than ${limit} bytes` })
}
