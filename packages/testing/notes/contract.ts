import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, secretText } from '#contract/schema.ts'
import { defineSetting } from '#contract/setting.ts'

export const NoteId = id('notes.note')
const Note = z.object({ id: NoteId, text: z.string() })
const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const noteAdded = defineEvent({
  name: 'notes.added',
  summary: 'A note was made',
  data: z.object({ id: NoteId, length: z.number().int() }),
})
export const noteErased = defineEvent({
  name: 'notes.erased',
  summary: 'A note was erased',
  data: z.object({ id: NoteId }),
})

export const addNote = defineCommand({
  name: 'notes.add',
  summary: 'Make a note',
  access: 'member',
  input: z.strictObject({ text: z.string().min(1), hint: secretText().optional() }),
  output: Note,
  errors: { 'note-refused': 'That note is refused', 'already-noted': 'That note is there already' },
  emits: [noteAdded],
  example: { text: 'Hello' },
})

export const eraseNote = defineCommand({
  name: 'notes.erase',
  summary: 'Erase a note',
  access: 'member',
  input: z.strictObject({ id: NoteId }),
  output: z.object({}),
  errors: { 'note-not-found': 'There is no such note' },
  emits: [noteErased],
  example: { id: exampleId },
})

export const listNotes = defineQuery({
  name: 'notes.list',
  summary: 'List the notes',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Note) }),
  example: {},
})

/** What a test puts in the place of a handler. */
export const doWork = defineCommand({
  name: 'notes.do-work',
  summary: 'Run what a test gives',
  access: 'member',
  input: z.strictObject({ key: z.string() }),
  output: z.object({ id: z.string().optional(), value: z.unknown().optional() }),
  errors: { 'work-refused': { message: 'The work was refused', kind: 'conflict' } },
  emits: [noteAdded],
  example: { key: 'none' },
})

export const lookAt = defineQuery({
  name: 'notes.look-at',
  summary: 'Read what a test gives',
  access: 'member',
  input: z.strictObject({ key: z.string() }),
  output: z.object({ value: z.unknown().optional() }),
  errors: { 'note-not-found': 'There is no such note' },
  example: { key: 'none' },
})

export const adminOnly = defineCommand({
  name: 'notes.admin-only',
  summary: 'What only admins may do',
  access: 'admin',
  input: z.strictObject({}),
  output: z.object({}),
  example: {},
})

export const workJob = defineJob({
  name: 'notes.work',
  summary: 'Run what a test gives',
  input: z.object({ key: z.string() }),
  attempts: 3,
  concurrency: 2,
})
export const tickJob = defineJob({
  name: 'notes.tick',
  summary: 'Come round',
  input: z.object({}),
  schedule: '* * * * * *',
})

export const greeting = defineSetting({
  name: 'notes.greeting',
  summary: 'How notes begin',
  level: 'person',
  schema: z.string().max(20),
  default: 'Hello',
})
export const quota = defineSetting({
  name: 'notes.quota',
  summary: 'Notes a workspace may have',
  level: 'workspace',
  schema: z.number().int().min(1),
  default: 100,
})
