import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '#base/cursor.ts'
import { hasAccess, type Role } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { createToken } from '#modules/identity/contract.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { errorTable } from '#surfaces/error-table.ts'
import { inputShape } from '#surfaces/input-shape.ts'
import { apiDocument } from '#surfaces/openapi/api-document.ts'
import { errorsOf } from '#surfaces/operation-errors.ts'
import { openConformanceApp, type ConformanceApp } from './conformance-app.ts'

let conformance: ConformanceApp
let operations: AnyOperation[]

beforeAll(async () => {
  conformance = await openConformanceApp()
  operations = conformance.operations
})
afterAll(() => conformance[Symbol.asyncDispose]())

describe('every operation', () => {
  it('is there: the suite looks at many', () => {
    expect(operations.length).toBeGreaterThan(40)
  })

  it('is named module.verb and has a summary', () => {
    for (const { name, summary } of operations) {
      expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      expect(summary.length, name).toBeGreaterThan(5)
    }
  })

  it('declares each error with a known kind and a sentence', () => {
    for (const operation of operations) {
      for (const [code, { kind, message }] of Object.entries(errorsOf(operation))) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(Object.keys(errorTable), code).toContain(kind)
        expect(message, code).toMatch(/^[A-Z].+[^.]$/)
      }
    }
  })

  it('has an example that its input takes', () => {
    for (const { name, input, example } of operations)
      expect(input.safeParse(example).error?.issues ?? [], name).toEqual([])
  })

  it('takes a flat object and refuses unknown members by their pointer', async () => {
    for (const operation of operations) {
      const schema = inputShape(operation).schema
      expect([schema.type, schema.additionalProperties], operation.name).toEqual(['object', false])
      const { kernel, owner } = { kernel: conformance.app.daybook.kernel, owner: conformance.app.owner }
      const caller = { actor: owner, surface: 'test', requestId: 'r', address: '' }
      const input = { ...operation.example, 'un/known': 1 }
      const run = { command: 'execute', query: 'execute', stream: 'stream', endpoint: 'endpoint' } as const
      const refusal = await kernel[run[operation.kind]](operation, input, caller, new Request('http://localhost/'))
      expect(refusal, operation.name).toBeInstanceOf(Failure)
      expect((refusal as Failure).errors, operation.name).toContainEqual({
        pointer: '/un~1known',
        message: expect.any(String),
      })
      const answer = await conformance.call(operation, { ...operation.example, nope: 1 })
      // An endpoint with a raw body may find that body missing first.
      if (operation.kind !== 'endpoint')
        expect([answer.status, answer.problem!.errors![0]!.pointer], operation.name).toEqual([400, '/nope'])
    }
  })

  it('stands in the API document, and its routes are its own', () => {
    const document = apiDocument(operations)
    const routes = operations.flatMap(({ http, aliases }) =>
      [http, ...aliases].map(({ method, path }) => `${method} ${path}`),
    )
    expect(new Set(routes).size).toBe(routes.length)
    for (const { name, http } of operations)
      expect(document.paths[`/api/v1${http.path}`]?.[http.method.toLowerCase()]?.operationId).toBe(name)
  })

  it('is refused to whoever is not signed in, unless it is for everybody', async () => {
    for (const operation of operations) {
      const { status, problem } = await conformance.call(operation, operation.example, { token: null })
      if (operation.access === 'anonymous') expect(status, operation.name).not.toBe(403)
      else expect([status, problem?.code], operation.name).toEqual([401, 'not-signed-in'])
      const wrong = await conformance.call(operation, operation.example, { token: 'daybook_pat_wrong' })
      if (operation.access !== 'anonymous') expect(wrong.status, operation.name).toBe(401)
    }
  })

  it('is refused to every role below its access', async () => {
    const { kernel } = conformance.app.daybook
    const roles: Role[] = ['guest', 'member', 'admin', 'owner']
    let refused = 0
    for (const operation of operations) {
      for (const role of roles) {
        const actor = conformance.app.person(role)
        if (hasAccess(actor, operation.access) || operation.kind === 'stream' || operation.kind === 'endpoint') continue
        const answer = await kernel.execute(operation, operation.example, {
          actor,
          surface: 'test',
          requestId: 'r',
          address: '',
        })
        expect(answer instanceof Failure && answer.code, `${operation.name} as ${role}`).toBe('not-allowed')
        refused++
      }
    }
    expect(refused).toBeGreaterThan(20)
  })

  it('that writes is refused to a token that may only read', async () => {
    const { token } = await conformance.app.call(createToken, { name: 'Reader', scopes: ['read'] })
    for (const operation of operations.filter(({ kind }) => kind === 'command')) {
      const { status, problem } = await conformance.call(operation, operation.example, { token })
      expect([status, problem?.code], operation.name).toEqual([403, 'not-allowed'])
    }
  })

  it('that lists refuses a cursor of another list', async () => {
    const lists = operations.filter((operation) => inputShape(operation).members.has('cursor'))
    expect(lists.length).toBeGreaterThan(5)
    for (const operation of lists) {
      for (const cursor of [
        'junk',
        '',
        '%00',
        encodeCursor([]),
        encodeCursor([null]),
        encodeCursor(['a', 'b', 'c', 'd', 'e']),
        'x'.repeat(1001),
      ]) {
        const { status, problem } = await conformance.call(operation, { ...operation.example, cursor })
        expect([status, problem?.code], `${operation.name} ${cursor.slice(0, 20)}`).toEqual([400, 'bad-cursor'])
      }
    }
  })

  it('that lists holds its limit', async () => {
    for (const operation of operations.filter((each) => inputShape(each).members.has('limit'))) {
      // What belongs to one record has a bound of its own, and the record of an example is not there.
      const isList = !operation.http!.path.includes('{')
      for (const limit of [0, isList ? 201 : 1001, -1, 1.5, 'many']) {
        const { status, problem } = await conformance.call(operation, { ...operation.example, limit })
        expect([status, problem?.errors?.[0]?.pointer], `${operation.name} ${limit}`).toEqual([400, '/limit'])
      }
      const { status } = await conformance.call(operation, { ...operation.example, limit: 200 })
      expect(status, operation.name).toBe(isList ? 200 : 404)
    }
  })
})

describe('an internal operation', () => {
  it('reaches no surface', async () => {
    const { kernel } = conformance.app.daybook
    const internal = [...kernel.registry.operations.values()]
      .map(({ operation }) => operation)
      .filter(({ access }) => access === 'system')
    expect(internal.length).toBeGreaterThan(3)
    const text = JSON.stringify(apiDocument(operations))
    for (const operation of internal) {
      expect(text).not.toContain(`"${operation.name}"`)
      const caller = { actor: conformance.app.owner, surface: 'test', requestId: 'r', address: '' }
      const answer = await kernel.execute(operation, operation.example, caller)
      expect(answer instanceof Failure && answer.code, operation.name).toBe('operation-not-found')
      const { method, path } = operation.http
      const response = await conformance.app.fetch(`/api/v1${path}`, { method })
      // Its path may be the shape of another's, which then refuses it.
      expect(response.ok, operation.name).toBe(false)
    }
  })
})
