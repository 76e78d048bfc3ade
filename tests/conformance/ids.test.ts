import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { hasAccess } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { openConformanceApp, type ConformanceApp } from './conformance-app.ts'
import { idMembers, replaceIds, type IdMember } from './id-members.ts'
import { Records } from './records.ts'

let conformance: ConformanceApp
let records: Records
let cases: { operation: AnyOperation; member: IdMember }[]

beforeAll(async () => {
  conformance = await openConformanceApp()
  records = new Records(conformance)
  cases = conformance.operations.flatMap((operation) => idMembers(operation).map((member) => ({ operation, member })))
})
afterAll(() => conformance[Symbol.asyncDispose]())

const withId = (operation: AnyOperation, { name, many }: IdMember, id: string) => ({
  ...operation.example,
  [name]: many ? [id] : id,
})

describe('an id in an input', { timeout: 120_000 }, () => {
  it('is there: the suite looks at many', () => {
    expect(cases.length).toBeGreaterThan(25)
  })

  it('is refused by its pointer when it is not an id', async () => {
    for (const { operation, member } of cases) {
      for (const junk of ['not-an-id', '../../etc/passwd', "' OR 1=1 --", '01933b6e-8f00-7000-8000', 'ünïcode']) {
        const { status, problem } = await conformance.call(operation, withId(operation, member, junk))
        const pointer = problem?.errors?.[0]?.pointer
        expect([status, pointer], `${operation.name} ${junk}`).toEqual([
          400,
          member.many ? `/${member.name}/0` : `/${member.name}`,
        ])
      }
    }
  })

  it('of nothing is not found, and a list of it is empty', async () => {
    for (const { operation, member } of cases) {
      const { status, value, problem } = await conformance.call(operation, withId(operation, member, uuidv7()))
      const found = operation.kind === 'query' && status === 200 ? value.items : problem?.kind
      expect(['not-found', []], `${operation.name} ${member.name}: ${status}`).toContainEqual(found)
    }
  })

  it('of another workspace is not found, as if it were of nothing', async () => {
    const { kernel } = conformance.app.daybook
    const stranger = conformance.app.person('owner', uuidv7())
    const caller = { actor: stranger, surface: 'test', requestId: 'r', address: '' }
    for (const { operation, member } of cases) {
      // What is of all workspaces is refused to them whatever the id.
      if (!hasAccess(stranger, operation.access)) continue
      const input = withId(operation, member, await records.of(member.kind))
      const run = { command: 'execute', query: 'execute', stream: 'stream', endpoint: 'endpoint' } as const
      const answer: any = await kernel[run[operation.kind]](operation, input, caller, new Request('http://localhost/'))
      const found = answer instanceof Failure ? answer.declaration.kind : answer.items
      expect(['not-found', []], `${operation.name} ${member.name}`).toContainEqual(found)
    }
  })

  it('of a record that is there is found', async () => {
    for (const { operation } of cases.filter(({ member }) => member.required)) {
      const input = await replaceIds(operation.input, operation.example, (kind) => records.of(kind))
      const { problem } = await conformance.call(operation, input)
      expect(problem?.kind, `${operation.name}: ${problem?.detail}`).not.toBe('not-found')
    }
  })
})
