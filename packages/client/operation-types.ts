import type { Operation } from '#contract/operation.ts'

/** A map of operations by name, as modules/registry/operations.ts has it: types alone, nothing of it is loaded. */
export type OperationMap = object

/** What a caller sends to an operation. */
export type CallOf<O> = O extends Operation<infer Call, any, any, any> ? Call : never

/** What an operation answers. */
export type OutputOf<O> = O extends Operation<any, any, infer Output, any> ? Output : never

/** The names of operations of some kinds. */
export type NamesOf<Operations, Kind extends string> = {
  [Name in keyof Operations]: Operations[Name] extends { kind: Kind } ? Name : never
}[keyof Operations] &
  string

/** Calls a command or a query by its name. */
export type Invoke<Operations extends OperationMap, Options> = <Name extends NamesOf<Operations, 'command' | 'query'>>(
  name: Name,
  input: CallOf<Operations[Name]>,
  options?: Options,
) => Promise<OutputOf<Operations[Name]>>
