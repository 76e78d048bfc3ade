import type { signInErrors } from '../../contract/errors.ts'

export type SignInCode = keyof typeof signInErrors

/** Why a login did not work, in words that hold no secret. */
export class SignInFailure extends Error {
  readonly code: SignInCode

  constructor(code: SignInCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'SignInFailure'
    this.code = code
  }
}

/** What libraries and sockets say, as a code of ours. */
export function toSignInFailure(cause: unknown): SignInFailure {
  if (cause instanceof SignInFailure) return cause
  return new SignInFailure(codeOf(cause as Reported), { cause })
}

/** The members that imapflow, nodemailer and node's sockets put on their errors. */
interface Reported {
  code?: unknown
  message?: unknown
  authenticationFailed?: unknown
  tlsFailed?: unknown
  response?: unknown
  responseText?: unknown
  cause?: unknown
}

function codeOf(error: Reported): SignInCode {
  const code = String(error.code ?? '')
  const text = [error.message, error.response, error.responseText].map((part) => String(part ?? '')).join(' ')
  const isRefused = error.authenticationFailed === true || code === 'EAUTH'
  if (isRefused && APP_PASSWORD.test(text)) return 'needs-app-password'
  if (isRefused) return 'login-refused'
  if (NO_HOST.has(code) || /ENOTFOUND|EAI_AGAIN|getaddrinfo/.test(text)) return 'host-not-found'
  if (REFUSED.has(code) || /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(text)) return 'connection-refused'
  if (error.tlsFailed === true || code === 'ETLS' || TLS.test(`${code} ${text}`)) return 'tls-failed'
  if (TIMED_OUT.has(code) || /timed? ?out|timeout/i.test(text)) return 'timed-out'
  return 'protocol-failed'
}

const NO_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'ENODATA'])
const REFUSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])
const TIMED_OUT = new Set(['ETIMEDOUT', 'ETIMEOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'])
const TLS =
  /CERT|ERR_TLS|ERR_SSL|EPROTO|SELF_SIGNED|UNABLE_TO|certificate|wrong version number|ssl3|STARTTLS|handshake|packet length/i
const APP_PASSWORD = /app(lication)?[- ]?(specific)?[- ]?password|app password|2-step|two-factor|\b5\.7\.9\b/i
