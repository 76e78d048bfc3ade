import type { Problem } from '#contract/errors.ts'
import type { AnyOperation } from '#contract/operation.ts'
import type { CallFrame } from '#contract/socket-frames.ts'
import { commonFailure, Failure, FailureError } from '#kernel/failure.ts'
import type { Caller, Kernel } from '#kernel/kernel.ts'
import { requestFailed } from '../log.ts'
import { isIdempotencyKey } from '../rest/idempotency-key.ts'
import { toProblem } from '../to-problem.ts'
import type { SocketOptions } from './socket-options.ts'

export interface SocketCall {
  operation: AnyOperation
  frame: CallFrame
  caller: Caller
}

/** What a call is answered with: records of a stream first, and always one that ends it. */
export type Answer = { item: unknown } | { ok: unknown } | { done: true } | { problem: Problem }

/** Carries out one call and yields its answers. */
export async function* carryOutCall(kernel: Kernel, options: SocketOptions, call: SocketCall): AsyncGenerator<Answer> {
  const started = performance.now()
  const { operation, caller } = call
  const { requestId } = caller
  let status = 200
  try {
    if (operation.kind === 'stream') yield* records(kernel, call)
    else yield { ok: (await execute(kernel, call)) ?? {} }
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : commonFailure('internal')
    if (!(error instanceof FailureError) && !caller.signal?.aborted)
      requestFailed(options.log, { requestId, operation: operation.name, err: error })
    const problem = toProblem(failure, requestId)
    status = problem.status
    yield { problem }
  } finally {
    options.observe?.(operation.name, status, performance.now() - started)
  }
}

async function execute(kernel: Kernel, { operation, frame, caller }: SocketCall): Promise<unknown> {
  const key = operation.kind === 'command' ? frame.idempotencyKey : undefined
  if (key !== undefined && !isIdempotencyKey(key)) throw new FailureError(commonFailure('bad-idempotency-key'))
  const named = key === undefined ? caller : { ...caller, idempotencyKey: key }
  return orThrow(await kernel.execute(operation, frame.input ?? {}, named))
}

async function* records(kernel: Kernel, { operation, frame, caller }: SocketCall): AsyncGenerator<Answer> {
  const items = orThrow(await kernel.stream(operation, frame.input ?? {}, caller))
  for await (const item of items) yield { item }
  yield { done: true }
}

function orThrow<T>(answer: T | Failure): T {
  if (answer instanceof Failure) throw new FailureError(answer)
  return answer
}
