import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { instant } from '#contract/schema.ts'
import { taskCreated } from './events.ts'
import { idTaken, namedId, notes, projectNotFound } from './inputs.ts'
import { ProjectId, Task } from './task.ts'

export const quickAddTask = defineCommand({
  name: 'tasks.quick-add',
  summary: 'Make a task of one line: "Pay rent every month on the 1st 9am #home +Flat !3 @ada 30m"',
  access: 'member',
  input: z.strictObject({
    id: namedId,
    notes: notes.default('').describe('What belongs to it beside the line'),
    text: z.string().trim().min(1, 'A task needs a title').max(500),
    zone: z
      .string()
      .max(100)
      .optional()
      .describe('The IANA time zone of days and times; that of the server unless given'),
    locale: z
      .string()
      .max(50)
      .optional()
      .describe('The language of dates (BCP 47): English, German or French; that of the server unless given'),
    literal: z
      .array(z.string().min(1).max(500))
      .max(50)
      .default([])
      .describe('Words that are title, whatever they may mean'),
    projectId: ProjectId.nullable().default(null).describe('The project where the line names none'),
    writtenAt: instant()
      .optional()
      .describe('When the line was written, which "tomorrow" is reckoned from; now unless given'),
  }),
  output: Task,
  errors: {
    ...projectNotFound,
    ...idTaken,
    'no-title': { message: 'A task needs a title beside its labels and dates', kind: 'validation' },
    'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
  },
  http: 'POST /tasks/quick-add',
  aliases: ['POST /api/v2/tasks/quick-add'],
  cli: { name: 'add', positional: ['text'] },
  emits: [taskCreated],
  example: { text: 'Send the invoice tomorrow at 9 #office !2', zone: 'Europe/Berlin', locale: 'en-GB' },
})
