import type { UnsubscribeMail } from '../../contract.ts'

type Header = { name: string; value: string }
type SignatureState = 'verified' | 'unknown'

/** How a list can be left, by what its message says. */
export interface UnsubscribeWays {
  /** One request, where RFC 8058 allows it. */
  oneClick: { url: string; host: string; signature: SignatureState } | null
  mail: UnsubscribeMail | null
  page: string | null
}

/**
 * Reads List-Unsubscribe (RFC 2369) and List-Unsubscribe-Post (RFC 8058). One click needs https, and a DKIM signature
 * that covers both headers: else anybody on the way could have put an address there. Whether the signature held is what
 * the receiving server wrote on top; a failure leaves the page for a person to judge.
 */
export function unsubscribeWays(headers: readonly Header[]): UnsubscribeWays {
  const addresses = addressesOf(valueOf(headers, 'list-unsubscribe') ?? '')
  const https = addresses.flatMap((address) => webAddress(address) ?? []).find(({ protocol }) => protocol === 'https:')
  const isPost = /^\s*List-Unsubscribe\s*=\s*One-Click\s*$/i.test(valueOf(headers, 'list-unsubscribe-post') ?? '')
  const signature = isPost && https ? signatureOf(headers) : null
  const page = addresses.flatMap((address) => webAddress(address)?.href ?? [])[0] ?? null
  return {
    oneClick: https && signature ? { url: https.href, host: https.hostname, signature } : null,
    mail: addresses.flatMap((address) => mailOf(address) ?? [])[0] ?? null,
    page,
  }
}

const MOST = 10
const LONGEST = 4000

/** What stands in angle brackets, in the sender's order; blanks within come of folded lines. */
function addressesOf(value: string): string[] {
  return [...value.matchAll(/<([^<>]*)>/g)]
    .slice(0, MOST)
    .map(([, address]) => address!.replace(/\s+/g, ''))
    .filter((address) => address.length <= LONGEST)
}

function webAddress(address: string): URL | null {
  const url = URL.parse(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : null
}

function mailOf(address: string): UnsubscribeMail | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'mailto:') return null
  const to = decoded(url.pathname)
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(to)) return null
  // Of what a mailto may say, only these: a list must not choose other recipients (RFC 6068, 7).
  const fields = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]))
  const line = (name: string) => (fields.get(name) ?? '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return {
    to,
    subject: line('subject').slice(0, 500) || 'unsubscribe',
    body: (fields.get('body') ?? '').slice(0, 5000),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not percent-encoded: it is taken as it stands.
    return text
  }
}

/** What is known of a signature over both headers; null where there is none, or where it did not hold. */
function signatureOf(headers: readonly Header[]): SignatureState | null {
  const covering = headers
    .filter(({ name }) => name.toLowerCase() === 'dkim-signature')
    .map(({ value }) => tagsOf(value))
    .filter((tags) => {
      const covered = new Set((tags.get('h') ?? '').toLowerCase().split(':'))
      return covered.has('list-unsubscribe') && covered.has('list-unsubscribe-post')
    })
  if (covering.length === 0) return null
  // The first is the one that the server which took the mail in put there last; those below may be anybody's.
  const results = valueOf(headers, 'authentication-results')
  const outcomes = results === undefined ? [] : [...results.toLowerCase().matchAll(/\bdkim\s*=\s*(\w+)([^;]*)/g)]
  if (outcomes.length === 0) return 'unknown'
  const domains = new Set(covering.map((tags) => tags.get('d')?.toLowerCase()))
  return outcomes.some(([, result, rest]) => result === 'pass' && namesOneOf(rest!, domains)) ? 'verified' : null
}

/** Whether a result is about one of these domains; one that names none is about the only signature there was. */
function namesOneOf(rest: string, domains: ReadonlySet<string | undefined>): boolean {
  const named = /header\.(?:d|i)\s*=\s*(?:[^\s;@]*@)?([\w.-]+)/.exec(rest)?.[1]
  return named === undefined || domains.has(named)
}

/** The tags of a DKIM signature (RFC 6376, 3.2), without blanks. */
function tagsOf(value: string): Map<string, string> {
  return new Map(
    value.split(';').flatMap((tag) => {
      const equals = tag.indexOf('=')
      return equals < 0 ? [] : [[tag.slice(0, equals).trim().toLowerCase(), tag.slice(equals + 1).replace(/\s+/g, '')]]
    }),
  )
}

function valueOf(headers: readonly Header[], wanted: string): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value
}
