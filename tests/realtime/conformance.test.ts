import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyOperation } from '#contract/operation.ts'
import { openConformanceApp, type ConformanceApp } from '../conformance/conformance-app.ts'
import { replaceIds } from '../conformance/id-members.ts'
import { Records } from '../conformance/records.ts'
import { openSocket, type TestSocket } from './open-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let conformance: ConformanceApp
let realtime: RealtimeApp
let socket: TestSocket
let records: Records
let operations: AnyOperation[]

beforeAll(async () => {
  conformance = await openConformanceApp()
  realtime = await openRealtimeApp({ app: conformance.app })
  socket = await openSocket(realtime.url, { token: conformance.app.token })
  records = new Records(conformance)
  operations = conformance.operations.filter(({ kind }) => kind !== 'endpoint')
})
afterAll(async () => {
  socket[Symbol.dispose]()
  await realtime[Symbol.asyncDispose]()
})

let count = 0

/** The answer or the refusal of one call, as both surfaces have it. */
async function bySocket(operation: AnyOperation, input: unknown, idempotencyKey?: string): Promise<unknown> {
  const frame = { call: operation.name, input, ...(idempotencyKey !== undefined && { idempotencyKey }) }
  const { ok, problem } = await socket.ask({ id: ++count, ...frame })
  return problem ? withoutRequest(problem) : ok
}

async function byRest(operation: AnyOperation, input: unknown, key?: string): Promise<unknown> {
  const { value, problem } = await conformance.call(operation, input, {
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })
  return problem ? withoutRequest(problem) : value
}

const withoutRequest = ({ requestId, ...problem }: { requestId?: string }) => ({ ...problem, hasRequest: !!requestId })

/** An input of real records where that is known, else the example as it stands. */
const runnable = (operation: AnyOperation): Promise<unknown> =>
  replaceIds(operation.input, operation.example, (kind) => records.of(kind)).catch(() => operation.example)

describe('every operation', () => {
  it('is there: the suite looks at many', () => {
    expect(operations.length).toBeGreaterThan(60)
  })

  it('that reads answers over the socket what it answers over REST', async () => {
    for (const operation of operations.filter(({ kind }) => kind === 'query')) {
      const input = await runnable(operation)
      await conformance.app.settle()
      expect(withoutClock(await bySocket(operation, input)), operation.name).toEqual(
        withoutClock(await byRest(operation, input)),
      )
    }
  })

  // All commands there are, one after the other, each with records of its own.
  it('that writes is replayed over the socket as it is over REST', { timeout: 180_000 }, async () => {
    let answered = 0
    for (const operation of operations.filter(({ kind }) => kind === 'command')) {
      const input = await runnable(operation)
      const key = `socket ${operation.name}`.replace(' ', '-')
      await byRest(operation, input, key)
      await conformance.app.settle()
      const again = await byRest(operation, input, key)
      expect(await bySocket(operation, input, key), operation.name).toEqual(again)
      if (!Object.hasOwn(again as object, 'hasRequest')) answered += 1
    }
    expect(answered).toBeGreaterThan(20)
  })

  it('refuses the same member for the same reason', async () => {
    for (const operation of operations) {
      const input = { ...operation.example, nonsense: 1 }
      expect(withoutClock(await bySocket(operation, input)), operation.name).toEqual(
        withoutClock(await byRest(operation, input)),
      )
    }
  })

  it('that is raw HTTP is refused, whatever its input', async () => {
    for (const operation of conformance.operations.filter(({ kind }) => kind === 'endpoint')) {
      expect(await bySocket(operation, operation.example), operation.name).toMatchObject({ code: 'not-over-socket' })
    }
  })
})

/** Some answers say what time it is: two of them a moment apart differ in that alone. */
function withoutClock(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  const { now: _, ...rest } = answer as { now?: string }
  return rest
}
