import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { gmail, type gmail_v1 } from '@googleapis/gmail'
import { createEmulator } from 'emulate'
import { OAuth2Client } from 'google-auth-library'

export const ADDRESS = 'ada@example.test'

/** What a message is seeded with, in the words of the emulator. */
export interface Seed {
  id: string
  raw?: string
  from?: string
  to?: string
  subject?: string
  body_text?: string
  label_ids?: string[]
  date?: string
  message_id?: string
}

/** What the gate does that the emulator does not, after Google's published reference. */
export interface Faults {
  /** States of the account before this one are forgotten: 404. */
  forgottenBefore: bigint
  /** So many requests in a row are too much: 429, or 403 with `rateLimitExceeded`. */
  limited: { times: number; status: 429 | 403; retryAfter?: string }
  /** So many requests in a row meet trouble: 503. */
  troubled: number
  /** Each page of messages comes after an empty one that has a next token too. */
  emptyPages: boolean
  /** Items a page, where fewer than asked for. */
  pageSize: number | null
  /** Records of the history come twice, and the last one first. */
  unordered: boolean
  /** Requests in a batch are taken. */
  batches: boolean
  /** So many messages are given, then the API is switched off. */
  lastGets: number
  /** A message whose source Gmail fails to give. */
  broken: string | null
  /** Tokens that are let in; all where null. */
  tokens: Set<string> | null
  /** Erasing for good is refused, as with less than full consent. */
  noErasing: boolean
}

/** Gmail for tests: the emulator as a real server, a gate before it, and Google's own client as the other device. */
export interface FakeGmail extends AsyncDisposable {
  baseUrl: string
  /** The same account by Google's client, past the gate. */
  other: gmail_v1.Gmail
  faults: Faults
  /** Requests since the last look, as `GET messages`; those within a batch by themselves. */
  takeCalls(): string[]
  /** Whether an answer went out compressed. */
  compressed: number
  historyId(): Promise<string>
  /** Where the emulator itself answers, for consent. */
  emulatorUrl: string
}

export async function startFakeGmail(
  options: { messages?: Seed[]; labels?: { id: string; name: string }[]; oauth?: object[] } = {},
): Promise<FakeGmail> {
  const emulator = await createEmulator({
    service: 'google',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      google: {
        users: [{ email: ADDRESS, name: 'Ada' }],
        oauth_clients: options.oauth ?? [],
        labels: (options.labels ?? []).map((label) => ({ ...label, user_email: ADDRESS })),
        messages: (options.messages ?? []).map((message) => ({
          from: 'grace@example.test',
          to: ADDRESS,
          user_email: ADDRESS,
          ...message,
        })),
      },
    } as never,
  })
  const emulatorUrl = `http://127.0.0.1:${new URL(emulator.url).port}`
  const auth = new OAuth2Client()
  auth.setCredentials({ access_token: 'other-device' })
  const faults: Faults = {
    forgottenBefore: 0n,
    limited: { times: 0, status: 429 },
    troubled: 0,
    emptyPages: false,
    pageSize: null,
    unordered: false,
    batches: true,
    lastGets: Infinity,
    broken: null,
    tokens: null,
    noErasing: false,
  }
  let calls: string[] = []
  const gate = new Gate(emulatorUrl, faults, (call) => calls.push(call))
  const server = createServer((asked, answer) => void gate.answer(asked, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    emulatorUrl,
    other: gmail({ version: 'v1', auth, rootUrl: `${emulatorUrl}/` }),
    faults,
    takeCalls: () => calls.splice(0),
    get compressed() {
      return gate.compressed
    },
    historyId: async () => (await gate.profile()).historyId,
    async [Symbol.asyncDispose]() {
      calls = []
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await emulator.close()
    },
  }
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Stands before the emulator and does what it leaves out. */
class Gate {
  readonly #behind: string
  readonly #faults: Faults
  readonly #note: (call: string) => void
  compressed = 0

  constructor(behind: string, faults: Faults, note: (call: string) => void) {
    this.#behind = behind
    this.#faults = faults
    this.#note = note
  }

  async answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = Buffer.concat(await asked.toArray())
    const result = await this.#outer(asked, body)
    const isCompressed = asked.headers['accept-encoding']?.includes('gzip') && /gzip/.test(asked.headers['user-agent']!)
    const bytes = isCompressed ? gzipSync(result.body) : Buffer.from(result.body)
    if (isCompressed) this.compressed += 1
    answer.writeHead(result.status, { ...result.headers, ...(isCompressed && { 'content-encoding': 'gzip' }) })
    answer.end(bytes)
  }

  /** `users.getProfile`, which the emulator does not have. */
  async profile(): Promise<{ emailAddress: string; messagesTotal: number; historyId: string }> {
    const history = await this.#ask('GET', '/gmail/v1/users/me/history?startHistoryId=0&maxResults=1')
    const list = await this.#ask('GET', '/gmail/v1/users/me/messages?maxResults=1&includeSpamTrash=true')
    return {
      emailAddress: ADDRESS,
      messagesTotal: JSON.parse(list.body).resultSizeEstimate,
      historyId: JSON.parse(history.body).historyId,
    }
  }

  async #outer(asked: IncomingMessage, body: Buffer): Promise<Answer> {
    const { faults } = { faults: this.#faults }
    const path = asked.url!
    const { authorization, 'content-type': contentType } = asked.headers
    if (faults.tokens && path.includes('/gmail/') && !faults.tokens.has(authorization?.slice(7) ?? ''))
      return problem(401, 'authError')
    if (!path.includes('/gmail/')) return this.#ask(asked.method!, path, body, contentType, authorization)
    if (path !== '/batch/gmail/v1') return this.#one(asked.method!, path, body, contentType)
    if (!faults.batches) return problem(404, 'notFound')
    return this.#batch(body.toString(), contentType!)
  }

  /** `multipart/mixed`: the answers come in another order than the requests. */
  async #batch(body: string, contentType: string): Promise<Answer> {
    const boundary = /boundary=(\S+)/.exec(contentType)![1]!
    const answers: string[] = []
    for (const part of body.split(`--${boundary}`).slice(1, -1)) {
      const id = /content-id: <(.+?)>/i.exec(part)![1]
      const [, method, path] = /^([A-Z]+) (\S+) HTTP/m.exec(part)!
      const { status, headers, body: inner } = await this.#one(method!, path!, Buffer.alloc(0), undefined)
      const more = headers['retry-after'] ? `Retry-After: ${headers['retry-after']}\r\n` : ''
      answers.unshift(
        `Content-Type: application/http\r\nContent-ID: <response-${id}>\r\n\r\nHTTP/1.1 ${status} X\r\n${more}Content-Type: application/json\r\n\r\n${inner}\r\n`,
      )
    }
    const text = answers.map((answer) => `--answers\r\n${answer}`).join('')
    return { status: 200, headers: { 'content-type': 'multipart/mixed; boundary=answers' }, body: `${text}--answers--` }
  }

  async #one(method: string, path: string, body: Buffer, contentType: string | undefined): Promise<Answer> {
    const faults = this.#faults
    const url = new URL(path, this.#behind)
    const resource = url.pathname.replace(/^.*\/users\/me\//, '')
    this.#note(`${method} ${resource}`)
    if (faults.limited.times > 0) {
      faults.limited.times -= 1
      const { status, retryAfter } = faults.limited
      return problem(status, 'rateLimitExceeded', retryAfter)
    }
    if (faults.troubled > 0) {
      faults.troubled -= 1
      return problem(503, 'backendError')
    }
    if (faults.lastGets <= 0) return problem(403, 'accessNotConfigured')
    if (resource.startsWith('messages/') && method === 'GET') faults.lastGets -= 1
    if (resource === 'profile') return json(await this.profile())
    if (resource === 'history') return this.#history(url)
    if (resource === 'messages' && method === 'GET') return this.#messages(url)
    const isErasing = method === 'DELETE' || resource.endsWith('batchDelete')
    if (faults.noErasing && isErasing) return problem(403, 'insufficientPermissions')
    if (faults.broken !== null && resource === `messages/${faults.broken}`) return problem(500, 'backendError')
    return this.#ask(method, url.pathname + url.search, body, contentType)
  }

  async #history(url: URL): Promise<Answer> {
    const { forgottenBefore, pageSize, unordered } = this.#faults
    if (BigInt(url.searchParams.get('startHistoryId')!) < forgottenBefore) return problem(404, 'notFound')
    if (pageSize) url.searchParams.set('maxResults', String(pageSize))
    const answer = await this.#ask('GET', url.pathname + url.search)
    const page = JSON.parse(answer.body)
    if (unordered) page.history = [...page.history, ...page.history].reverse()
    return json(page)
  }

  async #messages(url: URL): Promise<Answer> {
    const { emptyPages, pageSize } = this.#faults
    if (pageSize) url.searchParams.set('maxResults', String(pageSize))
    const token = url.searchParams.get('pageToken') ?? ''
    if (emptyPages && !token.startsWith('then-')) return json({ nextPageToken: `then-${token}`, resultSizeEstimate: 0 })
    if (token.startsWith('then-')) url.searchParams.set('pageToken', token.slice(5))
    if (token === 'then-') url.searchParams.delete('pageToken')
    // The emulator knows `after:` by days alone.
    const answer = await this.#ask('GET', url.pathname + url.search)
    return json(JSON.parse(answer.body))
  }

  async #ask(
    method: string,
    path: string,
    body?: Buffer,
    contentType?: string,
    // The emulator counts requests a token.
    authorization = `Bearer gate-${Math.random()}`,
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.#behind), {
      method,
      headers: { authorization, ...(contentType && { 'content-type': contentType }) },
      redirect: 'manual',
      ...(body && body.length > 0 && { body: new Uint8Array(body) }),
    })
    const headers: Record<string, string> = { 'content-type': response.headers.get('content-type') ?? 'text/plain' }
    const location = response.headers.get('location')
    if (location) headers.location = location
    return { status: response.status, headers, body: response.status === 204 ? '' : await response.text() }
  }
}

function json(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

/** An error as Google writes them. */
function problem(code: number, reason: string, retryAfter?: string): Answer {
  const error = { code, message: `Gmail says ${reason}`, errors: [{ domain: 'global', reason, message: reason }] }
  const headers = { 'content-type': 'application/json', ...(retryAfter !== undefined && { 'retry-after': retryAfter }) }
  return { status: code, headers, body: JSON.stringify({ error }) }
}
