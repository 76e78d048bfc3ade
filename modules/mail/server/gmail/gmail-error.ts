/** What Gmail refused, or that it could not be reached. */
export class GmailError extends Error {
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number
  /** Google's own word for it, such as `rateLimitExceeded`. */
  readonly reason: string
  /** What a server of mail would answer (RFC 5530). */
  readonly code: string

  constructor(status: number, reason: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GmailError'
    this.status = status
    this.reason = reason
    this.code = CODES[status] ?? (status >= 500 || status === 0 ? 'UNAVAILABLE' : 'CANNOT')
  }

  /** Too much was asked at once: the same will do later. */
  get isRateLimit(): boolean {
    return this.status === 429 || (this.status === 403 && RATE_REASONS.has(this.reason))
  }

  /** Not its last word: the server had trouble, or nothing came through. */
  get isTrouble(): boolean {
    return this.status === 0 || this.status === 408 || this.status >= 500
  }
}

const CODES: Record<number, string> = {
  401: 'AUTHENTICATIONFAILED',
  403: 'NOPERM',
  404: 'NONEXISTENT',
  409: 'ALREADYEXISTS',
  429: 'INUSE',
}

const RATE_REASONS = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded', 'quotaExceeded'])

/** What an answer says went wrong. */
export function toGmailError(status: number, body: string): GmailError {
  const { error } = parse(body)
  const reason = error?.errors?.[0]?.reason ?? error?.status ?? `http-${status}`
  return new GmailError(status, String(reason), String(error?.message ?? `Gmail answered ${status}`).slice(0, 300))
}

interface Answer {
  error?: { message?: unknown; status?: unknown; errors?: { reason?: unknown }[] }
}

function parse(body: string): Answer {
  try {
    return (JSON.parse(body) as Answer | null) ?? {}
  } catch {
    return {}
  }
}
