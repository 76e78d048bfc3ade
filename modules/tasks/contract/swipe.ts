import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { textOrNull } from '#contract/schema.ts'
import { taskCompleted, taskCreated, taskDeleted, taskReopened, taskUpdated } from './events.ts'
import { exampleId, illegalMove, notFound, rev } from './inputs.ts'
import { Task, TaskId } from './task.ts'

export const swipeTask = defineCommand({
  name: 'tasks.swipe',
  summary: 'Decide on a task: left lets it go, up has it wait for somebody, right begins it',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev, direction: z.enum(['left', 'up', 'right']) }),
  output: z.object({ task: Task, changeId: textOrNull.describe('What undoes it') }),
  errors: { ...notFound, ...illegalMove },
  http: 'POST /dogfooding/{id}/swipe',
  aliases: ['POST /dogfood/{id}/swipe'],
  cli: { name: 'swipe', positional: ['id', 'direction'] },
  emits: [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted],
  example: { id: exampleId, direction: 'right' },
})
