import { uuidv7 } from '#base/ids.ts'

const SANE = /^[\x21-\x7e]{1,100}$/

/** The caller's own `X-Request-ID` when it is at most 100 visible characters, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id')
  return given !== null && SANE.test(given) ? given : uuidv7()
}
