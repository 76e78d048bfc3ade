import identity from '#modules/identity/server/module.ts'
import type { Logger } from '#kernel/ports.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import type { Problem } from '#contract/errors.ts'
import { createRestApp } from '../rest/create-rest-app.ts'
import type { RestApp, RestOptions } from '../rest/options.ts'
import { sampleModule } from './sample-module.ts'

/** The samples over HTTP on a real kernel, with what was logged. */
export interface SampleApp extends AsyncDisposable {
  app: TestApp
  logged: { event: string; fields: Record<string, unknown> }[]
  /** Sends a request as the owner. */
  send(method: string, path: string, options?: SendOptions): Promise<Response>
  /** A REST app of other options over the same kernel. */
  rest(options: Partial<RestOptions>): RestApp
}

/** What the tests send as a body. */
export type SentBody = string | Uint8Array | ReadableStream<Uint8Array>

export interface SendOptions {
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  body?: SentBody
  anonymous?: boolean
  rest?: RestApp
}

/** Opens the samples. */
export async function openSampleApp(): Promise<SampleApp> {
  const app = await openTestApp({ modules: [identity, sampleModule] })
  const logged: SampleApp['logged'] = []
  const write = (fields: object, event: string) =>
    void logged.push({ event, fields: fields as Record<string, unknown> })
  const log: Logger = { debug: write, info: write, warn: write, error: write }
  const rest = (options: Partial<RestOptions>) => createRestApp(app.daybook.kernel, { log, ...options })
  const usual = rest({})
  return {
    app,
    logged,
    rest,
    async send(method, path, { headers = {}, json, body, anonymous, rest: other = usual } = {}) {
      const all = new Headers({
        ...(!anonymous && { authorization: `Bearer ${app.token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      })
      const sent = json === undefined ? body : JSON.stringify(json)
      return other.fetch(
        new Request(new URL(path, 'http://localhost:4455'), {
          method,
          headers: all,
          ...(sent !== undefined && { body: sent, duplex: 'half' }),
        }),
      )
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

/** A refusal's code, status and members at fault, as tests compare them. */
export async function refusalOf(response: Response): Promise<{ status: number; code: string; pointers?: string[] }> {
  const problem = (await response.json()) as Problem
  return {
    status: response.status,
    code: problem.code,
    ...(problem.errors && { pointers: problem.errors.map(({ pointer }) => pointer) }),
  }
}
