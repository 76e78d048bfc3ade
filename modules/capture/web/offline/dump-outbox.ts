import type { z } from 'zod'
import { createCapture } from '#modules/capture/contract.ts'
import { api } from '#ui/data/api.ts'
import { openOutbox } from '#ui/outbox/open-outbox.ts'

export type Dump = z.input<typeof createCapture.input>

/** What was written down while Daybook could not be reached. */
export const dumpOutbox = openOutbox<Dump>('capture-dumps', {
  modules: ['capture'],
  send: async (dump, { key }) => void (await api.call(createCapture, dump, { idempotencyKey: key })),
})
