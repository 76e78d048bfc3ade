import { toInstant } from '#base/time.ts'
import { commonFailure, Failure } from '../failure.ts'
import { endpoint, stream, type OperationHandler } from '../handlers.ts'
import { toPublicEvent } from '../realtime/event-types.ts'
import { followEvents } from '../realtime/follow-events.ts'
import { Handover } from '../realtime/handover.ts'
import type { Services } from '../services.ts'
import type { StoredEvent } from '../context.ts'
import { createTicket, watchEvents } from './realtime-contract.ts'

type Step = { events: readonly StoredEvent[] } | { caughtUp: number } | { refused: Failure }

/** Events as they happen, and the tickets that open sockets. */
export function realtimeOperations(services: () => Services): OperationHandler[] {
  const watch = stream(watchEvents, async function* ({ actor, credentials, signal }, input) {
    const steps = new Handover<Step>()
    // The tail waits for nobody: what comes while a step is taken is read from the store.
    let last: Promise<void> = Promise.resolve()
    const give = (step: Step): Promise<void> => (last = last.then(() => steps.give(step)))
    const refuse = (failure: Failure) => void give({ refused: failure })
    const followed = await followEvents(services(), actor, input, {
      onEvents: (events) => give({ events }),
      onCaughtUp: (position) => void give({ caughtUp: position }),
      onFailed: () => refuse(commonFailure('internal')),
    })
    if (followed instanceof Failure) return followed

    const unwatch = credentials
      ? services().access.watch(credentials, (now) => {
          if (now?.workspaceId === actor.workspaceId) followed.actor = now
          else refuse(commonFailure('not-signed-in'))
        })
      : () => undefined
    const end = () => steps.end()
    signal.addEventListener('abort', end)
    try {
      for (let step = await steps.take(); step !== null; step = await steps.take()) {
        if ('refused' in step) return step.refused
        if ('caughtUp' in step) yield step
        else for (const event of step.events) yield { event: toPublicEvent(event), position: event.position }
      }
    } finally {
      signal.removeEventListener('abort', end)
      unwatch()
      followed.close()
      steps.end()
    }
  })

  const ticket = endpoint(createTicket, async ({ credentials }) => {
    // Whoever is known without credentials, as a test is, has nothing that a ticket could stand for.
    if (!credentials) return commonFailure('not-signed-in')
    const { secret, expiresAt } = services().tickets.create(credentials)
    return Response.json({ ticket: secret, expiresAt: toInstant(expiresAt) }, { status: 201 })
  })

  return [watch, ticket]
}
