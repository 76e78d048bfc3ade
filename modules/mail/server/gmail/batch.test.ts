import { expect, it } from 'vitest'
import { encodeBatch, parseBatch } from './batch.ts'
import { retryAfter } from './retry-after.ts'

it('writes a request a part, which only names a path', () => {
  const { boundary, body } = encodeBatch(['/gmail/v1/users/me/messages/1?format=raw', '/gmail/v1/users/me/messages/2'])
  expect(body.replaceAll(boundary, 'B')).toBe(
    '--B\r\nContent-Type: application/http\r\nContent-ID: <item-0>\r\n\r\nGET /gmail/v1/users/me/messages/1?format=raw HTTP/1.1\r\n\r\n\r\n' +
      '--B\r\nContent-Type: application/http\r\nContent-ID: <item-1>\r\n\r\nGET /gmail/v1/users/me/messages/2 HTTP/1.1\r\n\r\n\r\n' +
      '--B--\r\n',
  )
})

it('knows by its id which part answers which request, in any order, and which got none', () => {
  const part = (n: number, status: string, body: string, more = '') =>
    `--b_1\r\nContent-Type: application/http\r\nContent-ID: <response-item-${n}>\r\n\r\nHTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${more}\r\n${body}\r\n`
  const text = `${part(2, '200 OK', '{"id":"c"}')}${part(0, '429 Too Many Requests', '{}', 'Retry-After: 7\r\n')}--b_1--`
  expect(parseBatch('multipart/mixed; boundary="b_1"', text, 3)).toEqual([
    { status: 429, body: '{}', retryAfter: '7' },
    { status: 0, body: '', retryAfter: null },
    { status: 200, body: '{"id":"c"}', retryAfter: null },
  ])
  expect(parseBatch('text/html', '<p>', 1)).toEqual([{ status: 0, body: '', retryAfter: null }])
})

it('reads how long to wait as seconds or as a date, within reason', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  expect(retryAfter('30', now)).toBe(30_000)
  expect(retryAfter('Sat, 21 Nov 2026 12:00:05 GMT', now)).toBe(5000)
  expect(retryAfter('Sat, 21 Nov 2026 11:00:00 GMT', now)).toBe(0)
  expect(retryAfter('86400', now)).toBe(900_000)
  expect(retryAfter('soon', now)).toBeNull()
  expect(retryAfter(null, now)).toBeNull()
})
