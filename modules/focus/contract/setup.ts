import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, noInput, text } from '#contract/schema.ts'
import { FocusTemplateId, templateChanged } from './events.ts'

export const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const FocusMode = z
  .enum(['pomodoro', 'flow', 'countdown'])
  .describe('Work and breaks in turns; counting up, with a break by share; or so many minutes')
export type FocusMode = z.infer<typeof FocusMode>

export const FocusSound = z.enum(['none', 'bell', 'rain', 'ticks']).describe('What is heard; made by the browser')
export type FocusSound = z.infer<typeof FocusSound>

const minutes = z.number().int().min(1).max(480)

/** How a session goes. */
export const setupInput = {
  mode: FocusMode.default('pomodoro'),
  workMinutes: minutes.default(25).describe('Of pomodoro and countdown'),
  breakMinutes: minutes.default(5).describe('Of pomodoro'),
  longBreakMinutes: minutes.default(15),
  cycles: z.number().int().min(1).max(12).default(4).describe('Every how manieth break is a long one'),
  breakShare: z.number().int().min(1).max(20).default(5).describe('Of flow: a minute of break for so many of work'),
  sound: FocusSound.default('none'),
}

/** The same where it is told. */
export const Setup = z.object({
  mode: FocusMode,
  workMinutes: integer,
  breakMinutes: integer,
  longBreakMinutes: integer,
  cycles: integer,
  breakShare: integer,
  sound: FocusSound,
})
export type Setup = z.infer<typeof Setup>

export const FocusTemplate = Setup.extend({ id: FocusTemplateId, name: text }).meta({ id: 'FocusTemplate' })
export type FocusTemplate = z.infer<typeof FocusTemplate>

const name = z.string().trim().min(1, 'A template needs a name').max(100)
export const templateNotFound = { 'template-not-found': 'There is no such template' } as const
const emits = [templateChanged]

export const listTemplates = defineQuery({
  name: 'focus.list-templates',
  summary: 'List your templates of focus sessions by name',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(FocusTemplate) }),
  http: 'GET /focus/templates',
  cli: { name: 'focus templates' },
  example: {},
})

export const createTemplate = defineCommand({
  name: 'focus.create-template',
  summary: 'Keep a way to focus as a template',
  access: 'member',
  input: z.strictObject({ name, ...setupInput }),
  output: FocusTemplate,
  errors: { 'too-many-templates': { message: 'A person has 50 templates at most', kind: 'conflict' } },
  http: 'POST /focus/templates',
  cli: { name: 'focus template-add', positional: ['name'] },
  emits,
  example: { name: 'Deep work', workMinutes: 50, breakMinutes: 10 },
})

export const updateTemplate = defineCommand({
  name: 'focus.update-template',
  summary: 'Change a template of focus sessions',
  access: 'member',
  input: z.strictObject({ id: FocusTemplateId, name, ...setupInput }),
  output: FocusTemplate,
  errors: templateNotFound,
  http: 'PUT /focus/templates/{id}',
  cli: { name: 'focus template-set', positional: ['id', 'name'] },
  emits,
  example: { id: exampleId, name: 'Deep work', workMinutes: 90 },
})

export const deleteTemplate = defineCommand({
  name: 'focus.delete-template',
  summary: 'Delete a template of focus sessions; sessions that began with it stay',
  access: 'member',
  input: z.strictObject({ id: FocusTemplateId }),
  output: z.object({ deleted: boolean }),
  errors: templateNotFound,
  http: 'DELETE /focus/templates/{id}',
  cli: { name: 'focus template-delete', positional: ['id'] },
  emits,
  example: { id: exampleId },
})
