import { setTimeout as sleep } from 'node:timers/promises'
import { encodeBatch, parseBatch, type BatchAnswer } from './batch.ts'
import { GmailError, toGmailError } from './gmail-error.ts'
import type { QuotaGovernor } from './quota-governor.ts'
import { retryAfter } from './retry-after.ts'

/** How to be let in. */
export interface GmailLogin {
  /** Origin of the API. */
  baseUrl: string
  token(): Promise<string>
  /** The token was refused: the next is another, or there is none. */
  refused(reason: string): Promise<void>
}

export interface ClientOptions {
  governor: QuotaGovernor
  /** Ends all waiting. */
  signal?: AbortSignal
  /** Milliseconds of the first wait after a refusal; each one after is twice as long. */
  patience?: number
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
  now?: () => number
}

export interface Call {
  /** What it costs. */
  units: number
  method?: 'GET' | 'POST' | 'DELETE'
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>
  body?: unknown
  /** A source that goes as it is, rather than a body of JSON. */
  media?: Uint8Array
  /** A person waits for it. */
  urgent?: boolean
  /** Doing it twice is not the same as doing it once: it is not tried again after an answer that got lost. */
  once?: boolean
}

const TRIES = 6
const LONGEST_WAIT = 64_000
const TIMEOUT = 120_000

/** Gmail's API over HTTP: within the quota, tried again as the server asks, compressed, and only the fields that are named. */
export class GmailClient {
  readonly #login: GmailLogin
  readonly #governor: QuotaGovernor
  readonly #options: ClientOptions
  #batches = true

  constructor(login: GmailLogin, options: ClientOptions) {
    this.#login = login
    this.#governor = options.governor
    this.#options = options
  }

  /** Calls a method of the API; `path` begins after `users/me/`. */
  async call<Answer>(path: string, call: Call): Promise<Answer> {
    const text = await this.#patiently(call, () => this.#send(`/gmail/v1/users/me/${path}`, call))
    return (text === '' ? {} : JSON.parse(text)) as Answer
  }

  /** Uploads a source as it is. */
  async upload<Answer>(path: string, call: Call & { media: Uint8Array }): Promise<Answer> {
    const text = await this.#patiently(call, () => this.#send(`/upload/gmail/v1/users/me/${path}`, call))
    return JSON.parse(text) as Answer
  }

  /** Whether many gets can go as one request; not every server takes them. */
  get batches(): boolean {
    return this.#batches
  }

  /**
   * Many gets in one request, each with an answer of its own. What was too much in it is asked again alone by whoever
   * needs it. Null where the server knows no batches.
   */
  async batch(gets: readonly { path: string; units: number; query?: Call['query'] }[]): Promise<BatchAnswer[] | null> {
    if (!this.#batches) return null
    const requests = gets.map(({ path, query }) => `/gmail/v1/users/me/${path}${toQuery(query)}`)
    const units = gets.reduce((sum, get) => sum + get.units, 0)
    const { boundary, body } = encodeBatch(requests)
    try {
      const answer = await this.#patiently({ units }, () =>
        this.#fetch('/batch/gmail/v1', {
          method: 'POST',
          headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
          body,
        }),
      )
      const answers = parseBatch(answer.contentType, answer.text, gets.length)
      const limited = answers.find(
        ({ status, body: inner }) => status >= 400 && toGmailError(status, inner).isRateLimit,
      )
      if (limited) this.#hold(0, limited.retryAfter)
      return answers
    } catch (cause) {
      if (!(cause instanceof GmailError) || (cause.status !== 404 && cause.status !== 405)) throw cause
      this.#batches = false
      return null
    }
  }

  async #send(path: string, { method = 'GET', query, body, media }: Call): Promise<string> {
    const content: RequestInit = media
      ? { body: media as Uint8Array<ArrayBuffer>, headers: { 'content-type': 'message/rfc822' } }
      : body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return (await this.#fetch(`${path}${toQuery(query)}`, { method, ...content })).text
  }

  /** One request, with a fresh token where the first was refused. */
  async #fetch(path: string, init: RequestInit): Promise<{ text: string; contentType: string }> {
    for (let fresh = false; ; fresh = true) {
      const response = await this.#request(path, init)
      const text = await response.text().catch((cause: unknown) => {
        throw new GmailError(0, 'network', 'The answer of Gmail broke off', { cause })
      })
      if (response.ok) return { text, contentType: response.headers.get('content-type') ?? '' }
      const error = toGmailError(response.status, text)
      if (response.status === 401) {
        await this.#login.refused(error.message)
        if (!fresh) continue
      }
      throw Object.assign(error, { retryAfter: response.headers.get('retry-after') })
    }
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const token = await this.#login.token()
    const timeout = AbortSignal.timeout(TIMEOUT)
    const signal = this.#options.signal ? AbortSignal.any([timeout, this.#options.signal]) : timeout
    const headers = {
      ...init.headers,
      authorization: `Bearer ${token}`,
      // Google compresses for clients that say so in both.
      'accept-encoding': 'gzip',
      'user-agent': 'Daybook (gzip)',
    }
    try {
      return await fetch(new URL(path, this.#login.baseUrl), { ...init, headers, signal })
    } catch (cause) {
      this.#options.signal?.throwIfAborted()
      throw new GmailError(0, 'network', 'Gmail could not be reached', { cause })
    }
  }

  /** Tries again what the server asks to try again: all of the account wait where it was too much, this call alone else. */
  async #patiently<T>({ units, urgent = false, once = false }: Call, act: () => Promise<T>): Promise<T> {
    const { signal } = this.#options
    for (let attempt = 0; ; attempt += 1) {
      await this.#governor.spend(units, { urgent, ...(signal && { signal }) })
      try {
        return await act()
      } catch (cause) {
        if (!(cause instanceof GmailError)) throw cause
        const again = cause.isRateLimit || (cause.isTrouble && !once)
        if (!again || attempt + 1 >= TRIES) throw cause
        const asked = (cause as { retryAfter?: string | null }).retryAfter
        if (cause.isRateLimit) this.#hold(attempt, asked)
        else await this.#sleep(this.#wait(attempt, asked))
      }
    }
  }

  #hold(attempt: number, asked: string | null | undefined): void {
    this.#governor.hold(this.#wait(attempt, asked))
  }

  /** What the server asks for, else twice as long each time, with jitter so that not all come back at once. */
  #wait(attempt: number, asked: string | null | undefined): number {
    const longest = Math.min((this.#options.patience ?? 1000) * 2 ** attempt, LONGEST_WAIT)
    const jittered = longest * (0.5 + Math.random() / 2)
    return Math.max(retryAfter(asked, (this.#options.now ?? Date.now)()) ?? 0, jittered)
  }

  #sleep(milliseconds: number): Promise<unknown> {
    const { signal, sleep: rest } = this.#options
    return rest ? rest(milliseconds, signal) : sleep(milliseconds, undefined, signal ? { signal } : {})
  }
}

function toQuery(query: Call['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each))
  }
  return search.size > 0 ? `?${search}` : ''
}
