import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import { watchEvents } from '../builtin/realtime-contract.ts'
import type { LiveSink, LiveSubscription } from '../events/live-subscription.ts'
import type { Failure } from '../failure.ts'
import { declaredFailure } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import { chooseTypes } from './event-types.ts'

/** Begins to follow events as `realtime.events` declares it; the input is validated. */
export async function followEvents(
  { registry, live }: Pick<Services, 'registry' | 'live'>,
  actor: Actor,
  { types: names, after }: z.output<typeof watchEvents.input>,
  sink: LiveSink,
): Promise<LiveSubscription | Failure> {
  const chosen = chooseTypes(registry.events, names)
  if ('unknown' in chosen) {
    return declaredFailure(watchEvents, 'event-type-not-found', {
      detail: `There is no event called ${chosen.unknown}`,
    })
  }
  const followed = await live.subscribe({ actor, types: chosen.types, after: after ?? null, ...sink })
  return typeof followed === 'string' ? declaredFailure(watchEvents, followed) : followed
}
