import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { instant, integer, newId, page, pageInput, text } from '#contract/schema.ts'
import { Capture, CaptureEntry, CaptureId, CaptureWay, exampleId } from './capture.ts'
import { captureCreated, captureDeleted, captureErased, captureRestored, captureUpdated } from './events.ts'

export const notFound = { 'capture-not-found': 'There is no such capture' } as const
export const badZone = {
  'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
} as const

/** Where and in which language something is written. */
export const writtenIn = {
  zone: z
    .string()
    .max(100)
    .optional()
    .describe('The IANA time zone of days and times; that of the server unless given'),
  locale: z
    .string()
    .max(50)
    .optional()
    .describe('The language (BCP 47): English, German or French; that of the server unless given'),
}

const one = z.strictObject({ id: CaptureId })

export const createCapture = defineCommand({
  name: 'capture.create',
  summary: 'Write down what is on your mind; it is kept first, then read as tasks and more, for you to accept',
  access: 'member',
  input: z.strictObject({
    id: newId
      .optional()
      .describe('The id it is to have, a UUIDv7: sent again with it, the capture that is there is the answer'),
    text: z.string().min(1, 'Write something down first').max(50_000).regex(/\S/, 'Write something down first'),
    way: CaptureWay.default('auto'),
    ...writtenIn,
    writtenAt: instant()
      .optional()
      .describe('When it was written, which "tomorrow" is reckoned from, if that was before now'),
  }),
  output: Capture,
  errors: { ...badZone, 'id-taken': { message: 'That id is taken', kind: 'conflict' } },
  http: 'POST /capture',
  cli: { name: 'capture add', positional: ['text'] },
  emits: [captureCreated, captureErased],
  example: { text: 'Call the dentist tomorrow. Buy milk, eggs and bread.', zone: 'Europe/Berlin', locale: 'en-GB' },
})

export const getCapture = defineQuery({
  name: 'capture.get',
  summary: 'Read one capture: its words, what they were read as, and what is asked',
  access: 'member',
  input: one,
  output: Capture,
  errors: notFound,
  http: 'GET /capture/{id}',
  cli: { name: 'capture show', positional: ['id'] },
  example: { id: exampleId },
})

export const listCaptures = defineQuery({
  name: 'capture.list',
  summary: 'List what you wrote down, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, view: z.enum(['all', 'open', 'deleted']).default('all') }),
  output: page(CaptureEntry),
  http: 'GET /capture',
  cli: { name: 'capture list' },
  example: {},
})

export const readCaptureAgain = defineCommand({
  name: 'capture.read-again',
  summary: 'Have a capture read anew, in another way',
  access: 'member',
  input: z.strictObject({ id: CaptureId, way: CaptureWay.default('auto') }),
  output: Capture,
  errors: {
    ...notFound,
    'already-accepted': {
      message: 'Something of that capture was accepted already',
      kind: 'conflict',
      remedy: 'Take that back first, or change the rest piece by piece.',
    },
  },
  http: 'POST /capture/{id}/read',
  cli: { name: 'capture read', positional: ['id'] },
  emits: [captureUpdated],
  example: { id: exampleId, way: 'manual' },
})

export const answerQuestion = defineCommand({
  name: 'capture.answer',
  summary: 'Answer a question about a capture, or skip it',
  access: 'member',
  input: z.strictObject({
    id: CaptureId,
    question: integer.min(1).max(2).describe('Which one: 1 or 2'),
    answer: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .describe('A value of its options, or words; none skips it'),
  }),
  output: Capture,
  errors: {
    ...notFound,
    'no-such-question': { message: 'There is no such question', kind: 'validation' },
    'bad-answer': { message: 'That is no answer to this question', kind: 'validation' },
  },
  http: 'POST /capture/{id}/answers',
  cli: { name: 'capture answer', positional: ['id', 'question', 'answer'] },
  emits: [captureUpdated],
  example: { id: exampleId, question: 1, answer: 'goal' },
})

export const closeCapture = defineCommand({
  name: 'capture.close',
  summary: 'Be done with a capture; what was not accepted stays in it',
  access: 'member',
  input: one,
  output: Capture,
  errors: notFound,
  http: 'POST /capture/{id}/close',
  cli: { name: 'capture close', positional: ['id'] },
  emits: [captureUpdated],
  example: { id: exampleId },
})

export const reopenCapture = defineCommand({
  name: 'capture.reopen',
  summary: 'Take up a capture again',
  access: 'member',
  input: one,
  output: Capture,
  errors: notFound,
  http: 'POST /capture/{id}/reopen',
  cli: { name: 'capture reopen', positional: ['id'] },
  emits: [captureUpdated],
  example: { id: exampleId },
})

export const deleteCapture = defineCommand({
  name: 'capture.delete',
  summary: 'Delete a capture; for 30 days it can be restored, and what was made of it stays',
  access: 'member',
  input: one,
  output: CaptureEntry.pick({ id: true, deletedAt: true }),
  errors: notFound,
  http: 'DELETE /capture/{id}',
  cli: { name: 'capture delete', positional: ['id'] },
  emits: [captureDeleted],
  example: { id: exampleId },
})

export const restoreCapture = defineCommand({
  name: 'capture.restore',
  summary: 'Restore a deleted capture',
  access: 'member',
  input: one,
  output: Capture,
  errors: notFound,
  http: 'POST /capture/{id}/restore',
  cli: { name: 'capture restore', positional: ['id'] },
  emits: [captureRestored],
  example: { id: exampleId },
})

export const describeCaptures = defineQuery({
  name: 'capture.describe',
  summary: 'First words of captures, for links and timelines',
  access: 'member',
  input: z.strictObject({ ids: z.array(text).max(200) }),
  output: z.object({ items: z.array(z.object({ id: text, title: text })) }),
  http: 'POST /capture/describe',
  cli: { name: 'capture describe', positional: ['ids'] },
  example: { ids: [exampleId] },
})
