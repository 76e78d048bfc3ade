import { STRICT_TRANSPORT } from '#surfaces/rest/strict-transport.ts'

/** The headers of every page and asset: nothing from elsewhere, nothing inline, no frames around us. */
export function webHeaders(publicUrl: string | null): Record<string, string> {
  return publicUrl?.startsWith('https:') ? { ...HEADERS, 'strict-transport-security': STRICT_TRANSPORT } : HEADERS
}

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

const HEADERS = {
  'content-security-policy': POLICY.join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'x-frame-options': 'DENY',
}
