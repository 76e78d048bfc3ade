import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'

export const TemplateId = id('tasks.template')

export const templateChanged = defineEvent({
  name: 'tasks.template-changed',
  summary: 'A template of tasks was made, changed or removed',
  data: z.object({ id: TemplateId }),
})
