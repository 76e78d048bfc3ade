import type { AnyOperation } from '#contract/operation.ts'
import { answeredKind, idMembers } from '../id-members.ts'
import type { ConformanceApp } from '../conformance-app.ts'

/** What makers of records need: the app, its operations, and records of other kinds. */
export interface Making {
  readonly conformance: ConformanceApp
  /** The id of a record of another kind. */
  of(kind: string): Promise<string>
  /** Calls an operation by its name and answers what it answers. */
  call(operation: string, input: unknown, body?: string, token?: null): Promise<any>
  /** A number not given before, for names that are taken once. */
  next(): number
  /** Writes to the database what only the clock or a server elsewhere would. */
  write(sql: string, ...values: (string | number)[]): Promise<void>
}

/** How records of a module are made, by their kind. */
export type Makers = Record<string, (making: Making) => Promise<string>>

/** A command that makes a record out of its example alone is how records of its kind are made. */
export function madeByExample(operation: AnyOperation): Makers {
  const kind = answeredKind(operation)
  if (kind === null || operation.kind !== 'command' || !/\.create(-|$)/.test(operation.name)) return {}
  if (idMembers(operation).some(({ required }) => required)) return {}
  return {
    [kind]: async ({ call, next }) => {
      const { example } = operation
      const named = 'name' in example && { name: `${example.name} ${next()}` }
      return (await call(operation.name, { ...example, ...named })).id
    },
  }
}
