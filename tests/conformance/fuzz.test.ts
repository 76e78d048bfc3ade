import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJobs } from '#kernel/builtin/contract.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { inputShape } from '#surfaces/input-shape.ts'
import { expectPromised, openConformanceApp, readAnswer, type Answer, type ConformanceApp } from './conformance-app.ts'
import { idMembers } from './id-members.ts'
import { inputFor } from './input-arbitrary.ts'
import { Records } from './records.ts'

const SCHEMA_RUNS = 1500
const RAW_RUNS = 500
/** Printed with a failure; another one is another walk. */
const SEED = Number(process.env.DAYBOOK_FUZZ_SEED ?? 20261121)

let conformance: ConformanceApp
let ids: Map<string, string>

beforeAll(async () => {
  conformance = await openConformanceApp()
  const records = new Records(conformance)
  const kinds = new Set(conformance.operations.flatMap((operation) => idMembers(operation).map(({ kind }) => kind)))
  ids = new Map(await Promise.all([...kinds].map(async (kind) => [kind, await records.of(kind)] as const)))
})
afterAll(() => conformance[Symbol.asyncDispose]())

describe('whatever is sent', () => {
  it(`never breaks an operation (${SCHEMA_RUNS} inputs near their schemas)`, async () => {
    const answered = { well: 0, refused: 0 }
    const byName = new Map(conformance.operations.map((operation) => [operation.name, operation]))
    const calls = fc
      .constantFrom(...byName.keys())
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          inputFor(inputShape(byName.get(name)!).schema, ids),
          fc.constantFrom('http', 'kernel'),
        ),
      )
    await fc.assert(
      fc.asyncProperty(calls, async ([name, input, way]) => {
        const operation = byName.get(name)!
        const { status } = await (way === 'http'
          ? conformance.call(operation, ...sendable(operation, input))
          : throughKernel(operation, input))
        if (status < 400) answered.well++
        else answered.refused++
      }),
      { numRuns: SCHEMA_RUNS, seed: SEED },
    )
    // A walk that is always refused, or never, has not been anywhere.
    expect(answered.well).toBeGreaterThan(SCHEMA_RUNS / 20)
    expect(answered.refused).toBeGreaterThan(SCHEMA_RUNS / 20)
  }, 120_000)

  it(`never breaks the surface (${RAW_RUNS} requests of junk)`, async () => {
    const token = conformance.app.token
    const paths = conformance.operations.map(({ http }) => `/api/v1${http.path}`)
    const segments = fc.oneof(
      fc.constantFrom(...ids.values(), '%', '%ff', '%2e%2e', '..%2f', ';', '%00', ''),
      fc.webSegment({ size: 'small' }),
    )
    const requests = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'BREW'),
      path: fc.oneof(fc.constantFrom(...paths), fc.webPath({ size: 'small' })),
      segment: segments,
      query: fc.oneof(
        fc.constant(''),
        fc.webQueryParameters(),
        fc.constantFrom('&&==', 'a=%', 'limit=1&limit=2', '__proto__=1', 'cursor=%00', '?'.repeat(50)),
      ),
      headers: fc.dictionary(
        fc.constantFrom(
          'content-type',
          'if-match',
          'if-none-match',
          'idempotency-key',
          'x-request-id',
          'accept',
          'content-length',
          'cookie',
          'range',
          'origin',
        ),
        fc.oneof(
          fc.constantFrom(
            'application/json',
            '"1"',
            '*',
            '',
            '-1',
            '1e9',
            'daybook_session=x; daybook_session=',
            'a'.repeat(5000),
          ),
          fc.string({ maxLength: 30 }),
        ),
        { maxKeys: 4 },
      ),
      signedIn: fc.boolean(),
      body: fc.oneof(
        fc.constantFrom(
          '',
          '{',
          '[',
          'null',
          '{"a":1}',
          '['.repeat(100_000),
          '{"a":'.repeat(50_000),
          '{"__proto__":{}}',
        ),
        fc.json(),
        fc.uint8Array({ maxLength: 200 }),
      ),
    })
    let sent = 0
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, path, segment, query, headers, signedIn, body }) => {
        const target = path.replace(/\{\w+\}/g, segment) + (query && `?${query}`)
        const request = toJunkRequest(
          target,
          method,
          { ...headers, ...(signedIn && { authorization: `Bearer ${token}` }) },
          body,
        )
        if (!request) return
        sent++
        const { status, headers: answered } = await readAnswer(await conformance.app.daybook.app.fetch(request))
        expect(status, `${method} ${target}`).toBeLessThan(500)
        expect(answered.get('x-request-id')).toBeTruthy()
      }),
      { numRuns: RAW_RUNS, seed: SEED },
    )
    expect(sent).toBeGreaterThan(RAW_RUNS / 2)
  }, 120_000)

  it('leaves the store whole', async () => {
    await conformance.app.settle()
    expect((await conformance.app.daybook.kernel.verify()).faults).toEqual([])
  }, 120_000)

  it('breaks no job', async () => {
    const broken: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await conformance.app.call(listJobs, { limit: 200, ...(cursor && { cursor }) })
      broken.push(
        ...page.items.filter(({ problem }) => problem?.code === 'internal').map(({ name, id }) => `${name} ${id}`),
      )
      if (page.next === null) break
      cursor = page.next
    }
    expect(broken).toEqual([])
  })
})

/** What a typed client can send of an input: a path needs its members, and a raw body is a file. */
function sendable(
  operation: AnyOperation,
  input: Record<string, unknown>,
): [Record<string, unknown>, { body?: string }] {
  const inPath = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, toSegment(input[name!])])
  // The client turns a revision into If-Match, which holds visible characters alone.
  const { rev, ...rest } = input
  const revision = typeof rev === 'number' ? { rev } : {}
  return [
    { ...rest, ...revision, ...Object.fromEntries(inPath) },
    operation.name === 'uploads.create' ? { body: JSON.stringify(input) } : {},
  ]
}

function toSegment(value: unknown): string {
  const text = typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value ?? 'x')
  return text === '' || text === '.' || text === '..' ? 'x' : text
}

/** Past HTTP, which cannot carry every value. */
async function throughKernel(operation: AnyOperation, input: unknown): Promise<Pick<Answer, 'status'>> {
  const { kernel } = conformance.app.daybook
  if (operation.kind === 'stream' || operation.kind === 'endpoint') return { status: 400 }
  const { Failure } = await import('#kernel/failure.ts')
  const { toProblem } = await import('#surfaces/to-problem.ts')
  const answer = await kernel.execute(operation, input, {
    actor: conformance.app.owner,
    surface: 'test',
    requestId: 'r',
    address: '',
  })
  const headers = new Headers({ 'x-request-id': 'r', 'content-type': 'application/problem+json' })
  const problem = answer instanceof Failure ? toProblem(answer, 'r') : null
  const read = { status: problem?.status ?? 200, headers, value: answer, problem }
  expectPromised(operation, read)
  return read
}

/** A request, or null when the platform itself will not build it. */
function toJunkRequest(
  target: string,
  method: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): Request | null {
  try {
    return new Request(`http://localhost${target}`, {
      method,
      headers,
      ...(method !== 'GET' && method !== 'HEAD' && { body }),
    })
  } catch {
    // A header value or method that no HTTP library sends: the socket tests send those.
    return null
  }
}
