import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyOperation } from '#contract/operation.ts'
import { inputShape } from '#surfaces/input-shape.ts'
import { openConformanceApp, type ConformanceApp } from './conformance-app.ts'
import { replaceIds } from './id-members.ts'
import { Records } from './records.ts'

let conformance: ConformanceApp
let records: Records
let commands: AnyOperation[]

beforeAll(async () => {
  conformance = await openConformanceApp()
  records = new Records(conformance)
  commands = conformance.operations.filter(({ kind }) => kind === 'command')
})
afterAll(() => conformance[Symbol.asyncDispose]())

const runnable = (operation: AnyOperation) =>
  replaceIds(operation.input, operation.example, (kind) => records.of(kind)) as Promise<any>

// All commands there are, one after the other, each with records of its own.
describe('every command', { timeout: 180_000 }, () => {
  it('sent again under its Idempotency-Key does nothing more and answers the same', async () => {
    const done: string[] = []
    for (const operation of commands) {
      const input = await runnable(operation)
      const headers = { 'idempotency-key': `again-${operation.name}` }
      await conformance.app.settle()
      const first = await conformance.call(operation, input, { headers })
      if (!first.problem) await conformance.app.settle()
      await conformance.app.takeEvents()
      const again = await conformance.call(operation, input, { headers })
      expect(again.status, operation.name).toBe(first.status)
      expect(await conformance.app.takeEvents(), operation.name).toEqual([])
      // A secret is shown once and not kept: a replay has all but that.
      if (!first.problem) {
        const [value, replayed] = withoutSecrets(first.value, again.value)
        expect(replayed, operation.name).toEqual(value)
      }
      if (!first.problem) done.push(operation.name)
    }
    expect(done.length, done.join(' ')).toBeGreaterThan(commands.length / 2)
  })

  it('refuses another input under a key that was used', async () => {
    const refused: string[] = []
    for (const operation of commands) {
      const headers = { 'idempotency-key': `other-${operation.name}` }
      const input = await runnable(operation)
      if ((await conformance.call(operation, input, { headers })).problem) continue
      const other = await otherInput(operation, input)
      if (!other) continue
      const { status, problem } = await conformance.call(operation, other, { headers })
      expect([status, problem?.code], operation.name).toEqual([422, 'idempotency-key-reused'])
      refused.push(operation.name)
    }
    expect(refused.length, refused.join(' ')).toBeGreaterThan(commands.length / 2)
  })

  it('with a revision refuses a stale one and changes nothing', async () => {
    const revised = commands.filter((operation) => inputShape(operation).members.has('rev'))
    expect(revised.length).toBeGreaterThan(5)
    for (const operation of revised) {
      const input = await runnable(operation)
      // What earlier calls began in the background tells of itself too.
      await conformance.app.settle()
      await conformance.app.takeEvents()
      const { status, problem } = await conformance.call(operation, input, { headers: { 'if-match': '"999"' } })
      expect([status, problem?.code], operation.name).toEqual([412, 'stale-revision'])
      expect(await conformance.app.takeEvents(), operation.name).toEqual([])
      expect(
        (await conformance.call(operation, input, { headers: { 'if-match': 'W/999' } })).problem?.code,
        operation.name,
      ).toBe('bad-if-match')
    }
  })
})

/** Another input that the schema takes: a text that is longer, a flag turned, or another record. */
async function otherInput(
  operation: AnyOperation,
  input: Record<string, unknown>,
): Promise<Record<string, unknown> | null> {
  const fresh = await runnable(operation)
  const candidates = Object.entries(input).flatMap(([name, value]) => {
    if (typeof value === 'string')
      return [
        { ...input, [name]: `${value} more` },
        { ...input, [name]: fresh[name] },
      ]
    if (typeof value === 'boolean') return [{ ...input, [name]: !value }]
    return [{ ...input, [name]: fresh[name] }]
  })
  return (
    candidates.find(
      (candidate) =>
        JSON.stringify(candidate) !== JSON.stringify(input) && operation.input.safeParse(candidate).success,
    ) ?? null
  )
}

/** What two answers have in common once secrets, which a replay does not have, are left out of both. */
function withoutSecrets(value: unknown, replayed: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value, replayed]
  const kept = (members: object) => Object.fromEntries(Object.entries(members).filter(([name]) => !secret.has(name)))
  const secret = new Set(
    Object.keys(value).filter((name) => (replayed as Record<string, unknown>)[name] === '[secret]'),
  )
  return [kept(value), kept(replayed as object)]
}
