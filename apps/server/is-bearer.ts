import { timingSafeEqual } from 'node:crypto'

/** Whether a request shows this token; takes as long for a wrong one as for the right one. */
export function isBearer(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
