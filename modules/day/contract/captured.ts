import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand } from '#contract/operation.ts'
import { id, integer, text } from '#contract/schema.ts'
import { dayChanged } from './events.ts'
import { HabitId } from './habits.ts'
import { exampleId } from './inputs.ts'

const CaptureId = id('capture.capture')
const CaptureItemId = id('capture.item')
const captureNotFound = { 'capture-not-found': 'There is no such capture' } as const
const input = z.strictObject({ id: CaptureId, itemIds: z.array(CaptureItemId).max(200).optional() })
const data = z.object({ id: CaptureId, items: z.array(text).describe('Ids of its pieces') })

/** Pieces of a capture were made habits. */
export const habitsAccepted = defineEvent({
  name: 'day.habits-accepted',
  summary: 'Habits of a capture were accepted',
  audience: 'person',
  data,
})

/** Habits that were made of a capture were put away by that being taken back. */
export const habitsTakenBack = defineEvent({
  name: 'day.habits-taken-back',
  summary: 'Accepting habits of a capture was taken back',
  audience: 'person',
  data,
})

export const acceptHabits = defineCommand({
  name: 'day.accept-capture',
  summary: 'Make habits of a capture: of all that is chosen, or of the pieces named',
  access: 'member',
  input,
  output: z.object({ made: z.array(z.object({ itemId: CaptureItemId, habitId: HabitId, name: text })) }),
  errors: {
    ...captureNotFound,
    'too-many-habits': {
      message: 'There are a hundred habits already',
      kind: 'conflict',
      remedy: 'Archive one first.',
    },
  },
  http: 'POST /capture/{id}/habits',
  cli: { name: 'habit accept', positional: ['id'] },
  emits: [dayChanged, habitsAccepted],
  example: { id: exampleId },
})

export const undoHabits = defineCommand({
  name: 'day.undo-capture',
  summary: 'Archive the habits that were made of a capture, and offer them again',
  access: 'member',
  input,
  output: z.object({ undone: integer }),
  errors: captureNotFound,
  http: 'POST /capture/{id}/habits/undo',
  cli: { name: 'habit take-back', positional: ['id'] },
  emits: [dayChanged, habitsTakenBack],
  example: { id: exampleId },
})
