import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyOperation } from '#contract/operation.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import { makeCallers, type Caller } from './callers.ts'
import { expectedOutcome, type Outcome } from './expected-outcome.ts'
import { mcpSurface, restSurface, socketSurface, type Surface } from './surfaces.ts'

let app: TestApp
let callers: Caller[]
let operations: AnyOperation[]

beforeAll(async () => {
  app = await openTestApp()
  callers = await makeCallers(app)
  operations = app.daybook.kernel.registry.public
})
afterAll(() => app[Symbol.asyncDispose]())

/** The outcome of each operation for a caller. What is not valid is refused after access and before anything is done. */
async function outcomesOf(surface: Surface, caller: Caller, wanted: AnyOperation[]): Promise<Map<string, Outcome>> {
  const visit = await surface.open(caller)
  const outcomes = new Map<string, Outcome>()
  for (const operation of wanted) {
    const code = visit ? await visit.call(operation, { ...operation.example, nothing: 1 }) : 'not-signed-in'
    expect(code, `${caller.name} ${operation.name} over ${surface.name}`).not.toBeNull()
    outcomes.set(operation.name, toOutcome(code!))
  }
  await visit?.close()
  return outcomes
}

function toOutcome(code: string): Outcome {
  if (code === 'not-signed-in') return 'stranger'
  return code === 'not-allowed' ? 'refused' : 'admitted'
}

function expectedOn(surface: Surface, caller: Caller, operation: AnyOperation): Outcome {
  return surface.membersOnly && !caller.person ? 'stranger' : expectedOutcome(caller, operation)
}

describe.each([
  ['REST', restSurface],
  ['WebSocket', socketSurface],
  ['MCP', mcpSurface],
])('over %s', (_, open) => {
  it('every caller may do what the declarations say, and nothing else', async () => {
    const surface = open(app)
    const carried = operations.filter((operation) => surface.carries(operation))
    let looked = 0
    for (const caller of callers) {
      const outcomes = await outcomesOf(surface, caller, carried)
      const expected = new Map(carried.map((each) => [each.name, expectedOn(surface, caller, each)]))
      expect(Object.fromEntries(outcomes), `${caller.name} over ${surface.name}`).toEqual(Object.fromEntries(expected))
      looked += outcomes.size
    }
    expect(looked).toBeGreaterThan(callers.length * 50)
    // Some two thousand calls, and each refusal is written into the audit.
  }, 180_000)
})

describe('the rows that a person wrote down', () => {
  const rows: [caller: string, operation: string, outcome: Outcome][] = [
    ['nobody', 'identity.login', 'admitted'],
    ['nobody', 'tasks.list', 'stranger'],
    ['a token of nobody', 'identity.me', 'stranger'],
    ['guest', 'identity.me', 'admitted'],
    ['guest', 'identity.list-workspaces', 'admitted'],
    ['guest', 'notifications.list', 'admitted'],
    ['guest', 'tasks.list', 'refused'],
    ['guest', 'mail.list', 'refused'],
    ['guest', 'identity.list-members', 'refused'],
    ['guest', 'activity.list', 'refused'],
    ['member', 'tasks.create', 'admitted'],
    ['member', 'identity.list-members', 'admitted'],
    ['member', 'identity.invite', 'refused'],
    ['member', 'audit.list', 'refused'],
    ['admin', 'identity.invite', 'admitted'],
    ['admin', 'identity.delete-workspace', 'refused'],
    ['admin', 'admin.list-users', 'refused'],
    ['owner', 'identity.delete-workspace', 'admitted'],
    ['owner', 'admin.list-users', 'refused'],
    ['owner', 'admin.audit-logs', 'refused'],
    ['keeper', 'admin.list-users', 'admitted'],
    ['keeper', 'admin.stats', 'admitted'],
    ['keeper as member', 'tasks.create', 'admitted'],
    ['keeper as member', 'admin.list-users', 'refused'],
    ['keeper as member', 'identity.change-password', 'refused'],
    ['keeper as member', 'identity.create-token', 'refused'],
    ['owner by a token for read', 'tasks.list', 'admitted'],
    ['owner by a token for read', 'tasks.create', 'refused'],
    ['owner by a token for tasks:read', 'tasks.list', 'admitted'],
    ['owner by a token for tasks:read', 'mail.list', 'refused'],
    ['owner by a token for tasks:read', 'search.find', 'refused'],
    ['owner by a token for tasks:write, mail:read', 'tasks.create', 'admitted'],
    ['owner by a token for tasks:write, mail:read', 'tasks.list', 'refused'],
    ['member by a token for admin', 'admin.list-users', 'refused'],
    ['owner by a token for read, write', 'admin.list-users', 'refused'],
    ['owner by a token for admin', 'admin.list-users', 'admitted'],
    ['guest by the token of a former member', 'tasks.create', 'refused'],
    ['suspended, by session', 'identity.me', 'stranger'],
    ['suspended, by token', 'identity.me', 'stranger'],
    ['removed, by session', 'identity.me', 'stranger'],
    ['removed, by token', 'identity.me', 'stranger'],
  ]

  it.each(rows)('%s: %s is %s', async (name, operationName, outcome) => {
    const caller = callers.find((each) => each.name === name)!
    const operation = operations.find((each) => each.name === operationName)!
    expect(await outcomesOf(restSurface(app), caller, [operation])).toEqual(new Map([[operationName, outcome]]))
    expect(expectedOutcome(caller, operation)).toBe(outcome)
  })
})
