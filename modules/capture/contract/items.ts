import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { Capture, CaptureId, CaptureItem, CaptureItemId, exampleId, ItemKind } from './capture.ts'
import { notFound } from './captures.ts'
import { captureUpdated } from './events.ts'

const line = z.string().trim().min(1, 'A piece needs a few words').max(500)

export const changeItem = defineCommand({
  name: 'capture.change-item',
  summary: 'Change a piece of a capture before it is accepted: its kind, its line, whether it is chosen',
  access: 'member',
  input: z.strictObject({
    id: CaptureItemId,
    kind: ItemKind.optional(),
    text: line.optional(),
    literal: z.array(z.string().min(1).max(500)).max(50).optional(),
    notes: z.string().max(20_000).optional(),
    chosen: z.boolean().optional(),
  }),
  output: CaptureItem,
  errors: {
    'item-not-found': 'There is no such piece',
    'already-accepted': { message: 'That piece was accepted already', kind: 'conflict' },
  },
  http: 'PATCH /capture/items/{id}',
  cli: { name: 'capture change', positional: ['id'] },
  emits: [captureUpdated],
  example: { id: exampleId, kind: 'goal' },
})

export const chooseItems = defineCommand({
  name: 'capture.choose',
  summary: 'Choose all pieces of a capture, or none',
  access: 'member',
  input: z.strictObject({ id: CaptureId, chosen: z.boolean() }),
  output: Capture,
  errors: notFound,
  http: 'POST /capture/{id}/choose',
  cli: { name: 'capture choose', positional: ['id'] },
  emits: [captureUpdated],
  example: { id: exampleId, chosen: false },
})
