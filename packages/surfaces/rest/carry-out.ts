import type { AnyOperation } from '#contract/operation.ts'
import { hasAccess, type Actor } from '#kernel/actor.ts'
import { commonFailure, Failure, FailureError } from '#kernel/failure.ts'
import type { Caller, Kernel } from '#kernel/kernel.ts'
import { inputShape } from '../input-shape.ts'
import { streamFailed } from '../log.ts'
import { toProblem } from '../to-problem.ts'
import { answerFailure, answerRaw, answerValue, type AnswerContext } from './answers.ts'
import type { Cors } from './cors.ts'
import { createCredentialReader } from './credentials.ts'
import { isIdempotencyKey } from './idempotency-key.ts'
import type { ConnectionInfo, RestOptions } from './options.ts'
import { createOriginGuard } from './origin-guard.ts'
import { readInput } from './read-input.ts'
import type { Match } from './route-table.ts'
import { toEventStream } from './server-sent-events.ts'

/** A request whose route is known. */
export interface Exchange {
  request: Request
  host: string
  query: string
  requestId: string
  info: ConnectionInfo
}

/** Carries out matched requests: who calls, with what input, and the kernel's answer as HTTP. */
export function createCarrier(
  kernel: Kernel,
  options: RestOptions,
  cors: Cors,
): (match: Match, exchange: Exchange) => Promise<Response> {
  const isSecure = options.publicUrl?.startsWith('https:') ?? false
  const credentialsOf = createCredentialReader(isSecure)
  const isOwnOrigin = createOriginGuard(options.publicUrl)
  const bodyLimit = options.bodyLimit ?? 1024 * 1024
  const surface = options.surface ?? 'rest'

  async function carryOut(match: Match, { request, host, query, requestId, info }: Exchange): Promise<Response> {
    const { route } = match
    const { operation } = route
    const refuse = (failure: Failure, caller?: Caller): Response =>
      answerFailure(failure, { requestId, budget: caller ? kernel.budget(operation, caller) : null })

    const credentials = credentialsOf(request.headers)
    const hasToken = credentials !== null && credentials.bearer !== null
    // A listed site may ask for a token; a cookie that comes from its page counts as from any other site.
    const isGuest = credentials === null && cors.isListed(request.headers)
    if (!route.safe && !hasToken && !isGuest && !isOwnOrigin(request.headers, host))
      return refuse(commonFailure('origin-refused'))

    const actor = credentials && (await kernel.identify(credentials))
    const caller: Caller = {
      actor,
      surface: credentials?.session ? 'web' : surface,
      requestId,
      address: addressOf(operation, actor, info),
      ...(credentials && { credentials }),
    }
    const key = operation.kind === 'command' ? request.headers.get('idempotency-key') : null
    if (key !== null) {
      if (!isIdempotencyKey(key)) return refuse(commonFailure('bad-idempotency-key'), caller)
      caller.idempotencyKey = key
    }

    // The kernel refuses who may not call: nobody reads a body for them.
    const input = hasAccess(actor, operation.access) ? await readInput(match, query, request, bodyLimit) : {}
    if (input instanceof Failure) return refuse(input, caller)
    return run(match, input, caller, request)
  }

  async function run(match: Match, input: unknown, caller: Caller, request: Request): Promise<Response> {
    const { route } = match
    const { operation } = route
    const { requestId } = caller
    if (operation.kind === 'stream') return stream(match, input, caller, request)

    const isEndpoint = operation.kind === 'endpoint'
    const answer = isEndpoint
      ? await kernel.endpoint(
          operation,
          input,
          { ...caller, signal: request.signal },
          isSecure ? asSecure(request) : request,
        )
      : await kernel.execute(operation, input, caller)

    const context: AnswerContext = { request, requestId, budget: kernel.budget(operation, caller) }
    if (answer instanceof Failure) return answerFailure(answer, context)
    return isEndpoint ? answerRaw(answer as Response, context) : answerValue(route, answer, context)
  }

  async function stream(match: Match, input: unknown, caller: Caller, request: Request): Promise<Response> {
    const { operation } = match.route
    const { requestId } = caller
    const aborter = new AbortController()
    const signal = AbortSignal.any([request.signal, aborter.signal])
    const records = await kernel.stream(operation, resumed(operation, input, request), { ...caller, signal })
    const context = { request, requestId, budget: kernel.budget(operation, caller) }
    if (records instanceof Failure) return answerFailure(records, context)

    const body = toEventStream({
      records,
      abort: () => aborter.abort(),
      toLastRecord(error) {
        if (error instanceof FailureError) return { problem: toProblem(error.failure, requestId) }
        if (!signal.aborted) streamFailed(options.log, { requestId, operation: operation.name, err: error })
        return { problem: toProblem(commonFailure('internal'), requestId) }
      },
    })
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
    return answerRaw(new Response(body, { headers }), context)
  }

  return carryOut
}

/** Where a browser's event source lost its stream (HTML Standard, 9.2.4): its URL still says where it first began. */
function resumed(operation: AnyOperation, input: unknown, request: Request): unknown {
  const last = request.headers.get('last-event-id')
  if (last === null || !/^\d{1,15}$/.test(last) || !inputShape(operation).members.has('after')) return input
  return { ...(input as object), after: Number(last) }
}

/** Looking an address up costs a system call: only limits of strangers and endpoints ask for it. */
function addressOf(operation: AnyOperation, actor: Actor | null, info: ConnectionInfo): string {
  return actor && operation.kind !== 'endpoint' ? '' : info.address || 'unknown'
}

/** The request as the caller sent it: TLS ends at a proxy before Daybook, and cookies depend on it. */
function asSecure(request: Request): Request {
  if (!request.url.startsWith('http:')) return request
  const { method, headers, signal } = request
  // A body that was read cannot be passed on, and nobody needs it again.
  const told = request.bodyUsed ? { method, headers, signal } : request
  return new Request(request.url.replace('http:', 'https:'), told)
}
