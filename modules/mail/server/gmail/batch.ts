import { randomUUID } from 'node:crypto'

/** The answer of one part of a batch. */
export interface BatchAnswer {
  /** The HTTP status; 0 where the server left it out. */
  status: number
  body: string
  retryAfter: string | null
}

/** Many gets as one request (Gmail API, batching requests: `multipart/mixed` with an HTTP request a part). */
export function encodeBatch(paths: readonly string[]): { boundary: string; body: string } {
  const boundary = `batch-${randomUUID()}`
  const parts = paths.map(
    (path, n) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-ID: <item-${n}>\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n\r\n`,
  )
  return { boundary, body: `${parts.join('')}--${boundary}--\r\n` }
}

/** The answers in the order of the requests: parts come in any order, and say by `Content-ID` which one they answer. */
export function parseBatch(contentType: string, text: string, count: number): BatchAnswer[] {
  const answers = Array.from({ length: count }, (): BatchAnswer => ({ status: 0, body: '', retryAfter: null }))
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return answers
  const parts = text.split(`--${boundary}`).slice(1, -1)
  for (const [at, part] of parts.entries()) {
    const [outer, inner] = splitAt(part.replace(/^\r?\n/, ''))
    const [head, body] = splitAt(inner)
    const id = /^content-id:.*?item-(\d+)/im.exec(outer)?.[1]
    const n = id === undefined ? at : Number(id)
    if (n >= count) continue
    const status = Number(/^HTTP\/\S+ (\d{3})/.exec(head)?.[1] ?? 0)
    answers[n] = { status, body: body.trim(), retryAfter: /^retry-after:\s*(.+?)\s*$/im.exec(head)?.[1] ?? null }
  }
  return answers
}

/** A head and what comes after its empty line. */
function splitAt(text: string): [string, string] {
  const match = /\r?\n\r?\n/.exec(text)
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, '']
}
