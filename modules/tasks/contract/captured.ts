import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { date, id, instant, integer, RecordRef, text, textOrNull } from '#contract/schema.ts'
import { projectChanged, taskCreated, taskDeleted, taskUpdated } from './events.ts'
import { exampleId } from './inputs.ts'
import { ChangeId } from './undo.ts'
import { SimilarTask } from './similar.ts'
import { ProjectId, TaskKind } from './task.ts'

const CaptureId = id('capture.capture')
const CaptureItemId = id('capture.item')
const captureNotFound = { 'capture-not-found': 'There is no such capture' } as const
const what = z.object({ id: CaptureId, items: z.array(text).describe('Ids of its pieces') })

/** Pieces of a capture were made tasks and projects. */
export const captureAccepted = defineEvent({
  name: 'tasks.capture-accepted',
  summary: 'Something of a capture was accepted',
  audience: 'person',
  data: what,
})

/** What was made of a capture went to the trash by that being taken back. */
export const captureTakenBack = defineEvent({
  name: 'tasks.capture-taken-back',
  summary: 'Accepting a capture was taken back',
  audience: 'person',
  data: what,
})

/** Pieces of a capture are to be habits: whoever keeps habits makes them. */
export const captureHabitsWanted = defineEvent({
  name: 'tasks.habits-wanted',
  summary: 'Habits of a capture were accepted, to be made where habits are kept',
  audience: 'person',
  data: what,
})

/** Pieces of a capture are to be habits no more. */
export const captureHabitsDropped = defineEvent({
  name: 'tasks.habits-dropped',
  summary: 'Accepting habits of a capture was taken back, to be put away where habits are kept',
  audience: 'person',
  data: what,
})

/** What a piece of a capture would become, or has become. */
export const CaptureDiffItem = z
  .object({
    itemId: CaptureItemId,
    becomes: z.enum(['task', 'project', 'habit', 'note']),
    kind: TaskKind,
    title: text,
    startOn: date().nullable(),
    dueAt: instant().nullable(),
    targetOn: date().nullable().describe('Of a goal: the day it is wanted by'),
    priority: integer,
    estimateMinutes: integer.nullable(),
    recurrence: textOrNull,
    labels: z.array(text),
    projectId: ProjectId.nullable(),
    people: z.array(text).describe('Ids of members'),
    hint: z.string().nullable().describe('What to know before accepting it'),
    similar: z.array(SimilarTask).describe('Open tasks that say nearly the same'),
    record: RecordRef.nullable().describe('What it has become'),
  })
  .meta({ id: 'CaptureDiffItem' })
export type CaptureDiffItem = z.infer<typeof CaptureDiffItem>

export const reviewCapture = defineQuery({
  name: 'tasks.review-capture',
  summary: 'Show what would be made of a capture, piece by piece, and which open tasks say nearly the same',
  access: 'member',
  input: z.strictObject({ id: CaptureId }),
  output: z.object({ items: z.array(CaptureDiffItem) }),
  errors: captureNotFound,
  http: 'GET /capture/{id}/diff',
  cli: { name: 'capture diff', positional: ['id'] },
  example: { id: exampleId },
})

export const acceptCapture = defineCommand({
  name: 'tasks.accept-capture',
  summary:
    'Make tasks, shopping items, projects and habits of a capture: of all that is chosen, or of the pieces named',
  access: 'member',
  input: z.strictObject({ id: CaptureId, itemIds: z.array(CaptureItemId).max(200).optional() }),
  output: z.object({
    made: z.array(z.object({ itemId: CaptureItemId, record: RecordRef, title: text })),
    habits: integer.describe('Habits among them; they are made right after'),
    kept: integer.describe('Notes, which stay with the capture'),
    changeId: ChangeId.nullable().describe('The change that this was'),
  }),
  errors: {
    ...captureNotFound,
    'still-reading': {
      message: 'That capture is still being read',
      kind: 'conflict',
      remedy: 'Wait a moment, then look at what it was read as.',
      retryable: true,
    },
    'no-title': { message: 'A piece needs a few words beside its labels and dates', kind: 'validation' },
  },
  http: 'POST /capture/{id}/accept',
  cli: { name: 'capture accept', positional: ['id'] },
  emits: [taskCreated, taskUpdated, projectChanged, captureAccepted, captureHabitsWanted],
  example: { id: exampleId },
})

export const undoCapture = defineCommand({
  name: 'tasks.undo-capture',
  summary: 'Put what was made of a capture in the trash, its habits in the archive, and offer it again',
  access: 'member',
  input: z.strictObject({ id: CaptureId, itemIds: z.array(CaptureItemId).max(200).optional() }),
  output: z.object({ undone: integer }),
  errors: {
    ...captureNotFound,
    'nothing-accepted': { message: 'Nothing of that capture was accepted', kind: 'conflict' },
  },
  http: 'POST /capture/{id}/undo',
  cli: { name: 'capture undo', positional: ['id'] },
  emits: [taskDeleted, taskUpdated, projectChanged, captureTakenBack, captureHabitsDropped],
  example: { id: exampleId },
})
