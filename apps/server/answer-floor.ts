import { STRICT_TRANSPORT } from '#surfaces/rest/strict-transport.ts'

/** What every answer bears, whichever part gave it; what it says itself stays. */
export function createAnswerFloor(publicUrl: string | null): (response: Response) => Response {
  const isSecure = publicUrl?.startsWith('https:') ?? false
  const floor = Object.entries(isSecure ? { ...FLOOR, 'strict-transport-security': STRICT_TRANSPORT } : FLOOR)
  return (response) => {
    for (const [name, value] of floor) {
      if (!response.headers.has(name)) response.headers.set(name, value)
    }
    return response
  }
}

const FLOOR = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
