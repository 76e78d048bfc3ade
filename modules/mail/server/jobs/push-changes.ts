import { FailureError } from '#kernel/failure.ts'
import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { canonicalSource } from '../archive/canonical-source.ts'
import { carryOut } from '../outbox/carry-out.ts'
import { claimPushes, notePushes, postponePush, pushJob } from '../outbox/internal.ts'
import type { Outcome, PushWork } from '../outbox/push-work.ts'
import { loadSource } from '../store/load-source.ts'
import { beginSync } from '../sync/internal.ts'
import { sessions, type Lease } from '../sync/sessions.ts'

/** Changes a turn: what a killed run has to look at again. */
const TURN = 200

type Run = { connectionId: string; generation: number }

/**
 * Carries changes to the server of an account until none is left. Killed anywhere, the next start takes the same changes
 * again: what of them is on the server by then is seen there, and not done twice.
 */
export default job(pushJob, async (context) => {
  const { input, call, signal, progress } = context
  let carried = 0
  let lease: Lease | null = null
  try {
    for (;;) {
      signal.throwIfAborted()
      const work = await call(claimPushes, { ...input, limit: TURN })
      if (work.again) continue
      if (work.entries.length === 0) {
        if (work.held > 0) return await later(context, 'synced', carried)
        // A look that begins now says how the server has it.
        if (carried > 0) await call(beginSync, { connectionId: input.connectionId })
        return { carried }
      }
      lease ??= await borrow(context)
      const outcomes = await carry(context, lease, work)
      await call(notePushes, { connectionId: input.connectionId, outcomes })
      carried += outcomes.filter(({ state }) => state === 'done').length
      progress(carried, null, 'changes')
      if (outcomes.some(({ state }) => state === 'waiting')) return await later(context, 'synced', carried)
    }
  } catch (cause) {
    if (signal.aborted) throw cause
    return await postponed(context, cause, carried)
  } finally {
    lease?.[Symbol.dispose]()
  }
})

function borrow({ service, actor, input }: JobContext<Run>): Promise<Lease> {
  const { connectionId } = input
  return service(sessions).borrow({ connectionId, userId: actor.onBehalfOf!, workspaceId: actor.workspaceId })
}

function carry(context: JobContext<Run>, { store }: Lease, work: PushWork): Promise<Outcome[]> {
  const { call, ports } = context
  return carryOut(store, work, async (id) => {
    try {
      const system = { callAsSystem: call, ports } as Parameters<typeof loadSource>[0]
      const { source } = await loadSource(system, id, { copyToo: true })
      return canonicalSource(source)
    } catch (cause) {
      if (cause instanceof FailureError && cause.failure.code === 'message-not-found') return null
      throw cause
    }
  }).catch((cause: unknown) => {
    throw store.usable ? cause : new Unreachable('The connection was lost', { cause })
  })
}

/** The connection ended under the run. */
class Unreachable extends Error {}

/** Where nobody need try again before the account's owner did something. */
const HOPELESS = new Set(['connection-not-found', 'connection-paused', 'needs-consent', 'sign-in-refused'])

function postponed(context: JobContext<Run>, cause: unknown, carried: number): Promise<{ carried: number }> {
  const failure = cause instanceof FailureError ? cause.failure : null
  if (failure && HOPELESS.has(failure.code)) return later(context, 'resumed', carried)
  if (cause instanceof Unreachable || failure?.declaration.retryable === true)
    return later(context, 'reachable', carried)
  throw cause
}

async function later(
  { call, input }: JobContext<Run>,
  until: 'reachable' | 'synced' | 'resumed',
  carried: number,
): Promise<{ carried: number }> {
  await call(postponePush, { ...input, until })
  return { carried }
}
