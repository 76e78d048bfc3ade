import { expect } from 'vitest'
import type { Problem } from '#contract/errors.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { toRequest } from '#client/to-request.ts'
import { errorsOf } from '#surfaces/operation-errors.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

/** A whole Daybook over HTTP, where every answer is held to what its operation promises. */
export interface ConformanceApp extends AsyncDisposable {
  app: TestApp
  operations: AnyOperation[]
  /** Calls an operation as the owner over HTTP, as the typed client would. */
  call(operation: AnyOperation, input: unknown, options?: CallOptions): Promise<Answer>
}

export interface CallOptions {
  token?: string | null
  headers?: Record<string, string>
  body?: string
}

/** An answer with its body read. */
export interface Answer {
  status: number
  headers: Headers
  /** The JSON of the body; the first record of a stream; null of anything else. */
  value: any
  /** The refusal, when it is one. */
  problem: Problem | null
}

const BASE_URL = 'http://localhost'

/** Opens the modules of the registry. */
export async function openConformanceApp(): Promise<ConformanceApp> {
  const app = await openTestApp()
  // What is sent waits for nobody to change their mind.
  await app.call(updateSetting, { name: 'mail.undo-seconds', value: 0 })
  return {
    app,
    operations: app.daybook.kernel.registry.public,
    async call(operation, input, { token = app.token, headers = {}, body } = {}) {
      const request = toRequest(
        { baseUrl: BASE_URL, ...(token !== null && { token }) },
        operation,
        input,
        body === undefined ? {} : { body },
      )
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
      const answer = await readAnswer(await app.daybook.app.fetch(request))
      expectPromised(operation, answer)
      return answer
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

/** Reads an answer; of a stream no more than its beginning. */
export async function readAnswer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? ''
  const { status, headers } = response
  if (type === 'text/event-stream') {
    await response.body!.cancel()
    return { status, headers, value: null, problem: null }
  }
  const text = await response.text()
  const value = type.includes('json') && text !== '' ? JSON.parse(text) : null
  return { status, headers, value, problem: status >= 400 ? value : null }
}

/** Whatever was asked: no bug, a request id, and either a declared refusal or an answer of the declared shape. */
export function expectPromised(operation: AnyOperation, { status, headers, value, problem }: Answer): void {
  expect(headers.get('x-request-id'), operation.name).toBeTruthy()
  expect(status, `${operation.name}: ${JSON.stringify(problem)}`).toBeLessThan(500)
  if (status >= 400) {
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(Object.keys(errorsOf(operation)), operation.name).toContain(problem!.code)
    expect(problem!.requestId).toBe(headers.get('x-request-id'))
  } else if (operation.kind === 'query' || operation.kind === 'command') {
    const parsed = operation.output.safeParse(value)
    expect(parsed.error?.issues ?? [], `${operation.name} answered ${JSON.stringify(value)}`).toEqual([])
  }
}
