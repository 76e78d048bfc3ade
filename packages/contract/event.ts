import type { z } from 'zod'

/** Something that happened, in the past tense. Its data holds ids and neutral fields, never personal text. */
export interface EventDefinition<Data extends { id: string } = { id: string }> {
  kind: 'event'
  name: string
  summary: string
  data: z.ZodType<Data>
}

/** Declares an event. `data.id` is its subject: events of one subject are delivered in order. */
export function defineEvent<Data extends { id: string }>(
  definition: Omit<EventDefinition<Data>, 'kind'>,
): EventDefinition<Data> {
  return { kind: 'event', ...definition }
}
