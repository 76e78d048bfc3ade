import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'

/** What of a day changed. It says no more: how somebody feels is theirs. */
export const dayChanged = defineEvent({
  name: 'day.changed',
  summary: 'Something of a person’s day changed: energy, plan, ritual, habits, pauses or compass',
  audience: 'person',
  data: z.object({
    id: id('identity.user'),
    part: z.enum(['energy', 'ritual', 'habits', 'pauses', 'compass']),
  }),
})
