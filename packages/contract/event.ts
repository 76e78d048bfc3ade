import type { z } from 'zod'

/** Who may be told: every member of the workspace, the one person it belongs to, or those who run the workspace. */
export type Audience = 'workspace' | 'person' | 'admin'

/** Something that happened, in the past tense. Its data holds ids and neutral fields, never personal text. */
export interface EventDefinition<Data extends { id: string } = { id: string }> {
  kind: 'event'
  name: string
  summary: string
  data: z.ZodType<Data>
  audience: Audience
}

/**
 * Declares an event. `data.id` is its subject: events of one subject are delivered in order. What belongs to one
 * person, such as mail, says `audience: 'person'`.
 */
export function defineEvent<Data extends { id: string }>(
  definition: Omit<EventDefinition<Data>, 'kind' | 'audience'> & { audience?: Audience },
): EventDefinition<Data> {
  return { kind: 'event', audience: 'workspace', ...definition }
}
