import type { z } from 'zod'
import { idKinds } from '#contract/schema.ts'
import type { EventDefinition } from '#contract/event.ts'
import * as identity from '../../identity/contract.ts'
import * as mail from '../../mail/contract.ts'
import * as tasks from '../../tasks/contract.ts'

/** The events that the feed tells of: all that these modules emit. */
export const events: EventDefinition<any>[] = [identity, mail, tasks].flatMap((contract) =>
  Object.values<unknown>(contract).filter(isEvent),
)

/** What the feed knows of each kind of event. */
export const definitions = new Map(events.map((event) => [event.name, event]))

/** The kind of record that an event is about, or the name of its module where its id says nothing. */
export function kindOf(event: EventDefinition<any>): string {
  const shape = (event.data as unknown as { shape?: Record<string, z.ZodType> }).shape
  return (shape?.id && idKinds.get(shape.id)?.kind) ?? event.name.split('.')[0]!
}

/** The names of the events of an audience. */
export function actionsFor(audience: EventDefinition['audience']): string[] {
  return events.filter((event) => event.audience === audience).map(({ name }) => name)
}

function isEvent(value: unknown): value is EventDefinition<any> {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'event'
}
