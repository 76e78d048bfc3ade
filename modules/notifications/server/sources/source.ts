import type { z } from 'zod'
import type { EventDefinition } from '#contract/event.ts'
import type { ActingFor, StoredEvent } from '#kernel/context.ts'
import type { addNotice } from '../internal.ts'

export type NewNotice = z.infer<typeof addNotice.input> & {
  /** Who is told, where that is not the person the event belongs to. */
  personId?: string
}

/** What an event of some module means a person: something to tell, or nothing. */
export interface Source {
  event: EventDefinition<any>
  /** Asks on behalf of the person the event belongs to. */
  toNotice: (acting: ActingFor, event: StoredEvent) => Promise<NewNotice | null>
}
