import type { z } from 'zod'
import { toErrorDeclaration, type CommonErrorCode, type ErrorDeclaration, type ErrorInput } from './errors.ts'
import type { EventDefinition } from './event.ts'

/**
 * Who may call, from everyone to nobody but Daybook itself. `admin` and `owner` are roles in a workspace, `instance-admin`
 * is whoever keeps this Daybook, whatever their role. `system` reaches no surface.
 */
export type Access = 'anonymous' | 'signed-in' | 'guest' | 'member' | 'admin' | 'owner' | 'instance-admin' | 'system'

export type OperationKind = 'command' | 'query' | 'stream' | 'endpoint'

/** When an assistant must ask its person first. */
export type Confirm = 'never' | 'ask' | 'always'

/** How assistants meet an operation. */
export interface AgentShape {
  confirm: Confirm
  /** It is a tool by itself; the others are found by searching. */
  pinned: boolean
  /** Why no assistant may call it at all, or null. */
  withheld: string | null
}

/**
 * Whose budget a call spends. `auth` is for what checks a secret that can be guessed: a few a minute. `bearer` is for
 * what carries a secret of 256 bits: as much as somebody who is signed in. `standard` goes by who calls.
 */
export type LimitClass = 'standard' | 'auth' | 'bearer'

/** How the CLI shows an operation: `daybook <name>`, by default `module verb`. */
export interface CliShape {
  name?: string
  /** Input members taken as plain arguments, in order. */
  positional?: string[]
  /** The input member that takes an upload: the CLI reads a local path and uploads it. */
  file?: string
}

/**
 * One thing Daybook can do. `Call` is what a caller sends, `Input` what the handler gets (defaults filled in),
 * `Output` the answer, `Errors` the declared codes.
 */
export interface Operation<Call, Input, Output, Errors extends string, Kind extends OperationKind = OperationKind> {
  kind: Kind
  name: string
  summary: string
  access: Access
  input: z.ZodType<Input, Call>
  output: z.ZodType<Output>
  errors: Record<Errors, ErrorDeclaration>
  http: { method: string; path: string }
  aliases: { method: string; path: string }[]
  limit: LimitClass
  agent: AgentShape
  cli: CliShape
  emits: EventDefinition<any>[]
  /** A valid input, shown in the docs and replayed by tests. */
  example: Call
  /** `scan` queries run on a worker thread with a connection of their own. */
  cost: 'point' | 'scan'
  /** The output is `{ job }`, which every surface can follow. */
  startsJob: boolean
  /** Whether it touches how a person proves who they are: whoever acts as them for a while may not. */
  personal: boolean
}

export type Command<Call, Input, Output, Errors extends string> = Operation<Call, Input, Output, Errors, 'command'>
export type Query<Call, Input, Output, Errors extends string> = Operation<Call, Input, Output, Errors, 'query'>
export type Stream<Call, Input, Output, Errors extends string> = Operation<Call, Input, Output, Errors, 'stream'>
export type Endpoint<Call, Input, Output, Errors extends string> = Operation<Call, Input, Output, Errors, 'endpoint'>
export type AnyOperation = Operation<any, any, any, string>

interface Declaration<Call, Input, Output, Errors extends string> {
  name: string
  summary: string
  access: Access
  input: z.ZodType<Input, Call>
  output: z.ZodType<Output>
  errors?: Record<Errors, ErrorInput>
  /** `METHOD /path/{member}` below `/api/v1`; system operations have none. */
  http?: string
  /** Other routes; those below `/api/` or `/.well-known/` are whole, the others are below `/api/v1`. */
  aliases?: string[]
  /** `standard` unless told; `auth` for strangers who do more than ask. */
  limit?: LimitClass
  agent?: Partial<AgentShape>
  cli?: CliShape
  emits?: EventDefinition<any>[]
  example: Call
  cost?: 'point' | 'scan'
  startsJob?: boolean
  personal?: boolean
}

/** Declares an operation that writes: one transaction, never the network. */
export function defineCommand<Call, Input, Output, Errors extends string = never>(
  declaration: Declaration<Call, Input, Output, Errors>,
): Command<Call, Input, Output, Errors> {
  return build('command', 'POST', 'ask', declaration)
}

/** Declares an operation that reads one snapshot. */
export function defineQuery<Call, Input, Output, Errors extends string = never>(
  declaration: Declaration<Call, Input, Output, Errors>,
): Query<Call, Input, Output, Errors> {
  return build('query', 'GET', 'never', declaration)
}

/** Declares an operation that yields its output over time. */
export function defineStream<Call, Input, Output, Errors extends string = never>(
  declaration: Declaration<Call, Input, Output, Errors>,
): Stream<Call, Input, Output, Errors> {
  return build('stream', 'GET', 'never', declaration)
}

/** Declares raw HTTP: uploads, downloads, callbacks. Its input is what stands in the path and the query string. */
export function defineEndpoint<Call, Input, Output, Errors extends string = never>(
  declaration: Declaration<Call, Input, Output, Errors> & { http: string },
): Endpoint<Call, Input, Output, Errors> {
  return build('endpoint', 'GET', 'never', declaration)
}

/** The codes an operation may answer: its own and the common ones. */
export type ErrorCodeOf<O> = O extends Operation<any, any, any, infer Errors> ? Errors | CommonErrorCode : never

/** Whether a contract's export is an operation. */
export function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'object' && value !== null && 'kind' in value && 'access' in value && 'http' in value
}

function build<Kind extends OperationKind, Call, Input, Output, Errors extends string>(
  kind: Kind,
  method: string,
  confirm: Confirm,
  declaration: Declaration<Call, Input, Output, Errors>,
): Operation<Call, Input, Output, Errors, Kind> {
  const [module, verb] = declaration.name.split('.') as [string, string]
  const errors = Object.entries<ErrorInput>(declaration.errors ?? {}).map(([code, input]) => [
    code,
    toErrorDeclaration(code, input),
  ])
  return {
    kind,
    name: declaration.name,
    summary: declaration.summary,
    access: declaration.access,
    input: declaration.input,
    output: declaration.output,
    errors: Object.fromEntries(errors) as Record<Errors, ErrorDeclaration>,
    http: parseRoute(declaration.http ?? `${method} /${module}/${verb}`),
    aliases: (declaration.aliases ?? []).map(parseRoute),
    limit: declaration.limit ?? (declaration.access === 'anonymous' && kind !== 'query' ? 'auth' : 'standard'),
    agent: { confirm, pinned: false, withheld: null, ...declaration.agent },
    cli: declaration.cli ?? {},
    emits: declaration.emits ?? [],
    example: declaration.example,
    cost: declaration.cost ?? 'point',
    startsJob: declaration.startsJob ?? false,
    personal: declaration.personal ?? false,
  }
}

function parseRoute(route: string): { method: string; path: string } {
  const [method, path] = route.split(' ')
  if (!method || !path?.startsWith('/')) throw new Error(`A route is written "METHOD /path", not "${route}"`)
  return { method, path }
}
