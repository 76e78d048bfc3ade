import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { integer, text } from '#contract/schema.ts'
import { defineService } from '#contract/service.ts'
import { remindersRang, TaskId, taskUpdated } from '../../contract.ts'

/** What is due by now, in every workspace. */
export const listDueAlarms = defineQuery({
  name: 'tasks.list-due-alarms',
  summary: 'Dates that passed and reminders that are due',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({
    items: z.array(
      z.object({ kind: z.enum(['pass', 'reminder']), subjectId: text, workspaceId: text, personId: text }),
    ),
  }),
  example: { limit: 100 },
})

/** Moves a task that repeats to the last date that has come, where its dates are not kept; a second time does nothing. */
export const passDates = defineCommand({
  name: 'tasks.pass-dates',
  summary: 'Move a task that repeats to the date that has come',
  access: 'system',
  input: z.strictObject({ id: TaskId }),
  output: z.object({ passed: integer }),
  emits: [taskUpdated],
  example: { id: '01933b6e-8f00-7000-8000-000000000001' },
})

/** Takes a person's due reminders, once for good, and tells of them. */
export const ringReminders = defineCommand({
  name: 'tasks.ring-reminders',
  summary: 'Remind a person of what is due',
  access: 'system',
  input: z.strictObject({}),
  output: z.object({ rang: integer }),
  emits: [remindersRang],
  example: {},
})

/** Looks after dates and reminders. */
export interface TaskAlarms {
  /** Sees to all that is due by now; answers how much it was. */
  sweep(): Promise<number>
}
export const taskAlarms = defineService<TaskAlarms>({
  name: 'tasks.alarms',
  summary: 'Moves tasks that repeat to the date that has come, and reminds people',
})
