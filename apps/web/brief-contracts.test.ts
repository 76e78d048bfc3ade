import { expect, it } from 'vitest'
import { CONTRACT, toBrief } from './brief-contracts.ts'

const brief = (code: string) => toBrief('modules/notes/contract.ts', code)

it('keeps the name and the route of an operation, and the name of an event', () => {
  const operation = `defineQuery({ name: 'notes.read', summary: 'Read', input: z.object({ id }), http: 'GET /notes/{id}' })`
  expect(brief(`export const read = ${operation}`)).toBe(
    `export const read = /*#__PURE__*/ (() => (defineQuery({ name: 'notes.read', http: 'GET /notes/{id}' })))()`,
  )
  expect(brief(`export const changed = defineEvent({ name: 'notes.changed', data: z.object({ id }) })`)).toBe(
    `export const changed = /*#__PURE__*/ (() => (defineEvent({ name: 'notes.changed' })))()`,
  )
})

it('lets a schema that nobody reads go, and leaves what functions do', () => {
  expect(brief(`const shape = { a: z.string() } as const\nexport const Kind = z.enum(['a'])`)).toBe(
    `const shape = /*#__PURE__*/ (() => ({ a: z.string() } as const))()\n` +
      `export const Kind = /*#__PURE__*/ (() => (z.enum(['a'])))()`,
  )
  for (const plain of [`const LIMIT = 5`, `const make = () => known.set(1, 2)`, `export const own = other`])
    expect(brief(plain)).toBe(plain)
})

it('goes over contracts alone', () => {
  const paths = ['modules/notes/contract.ts', 'modules/notes/contract/notes.ts', 'packages/kernel/a-contract.ts']
  expect(paths.map((path) => CONTRACT.test(`/${path}`))).toEqual([true, true, true])
  expect(CONTRACT.test('/modules/notes/web/notes.ts')).toBe(false)
})
