import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { date, id, instant, integer, text } from '#contract/schema.ts'
import { Task } from '#modules/tasks/contract.ts'
import { Suggestion } from './energy.ts'
import { badZone, energyNow, TaskId, zone } from './inputs.ts'

const Titled = z.object({ id: TaskId, title: text }).meta({ id: 'TitledTask' })

export const Briefing = z
  .object({
    day: date(),
    text: z.string().describe('The day in a sentence or two'),
    stillOpen: z.array(Task).describe('Due before today and still open, 20 at most'),
    due: z.array(Task).describe('Due today, or with a deadline today, 50 at most'),
    waiting: z.array(Task).describe('Waiting for somebody, 20 at most'),
    answers: z.array(
      z.object({ messageId: id('mail.message'), title: text, quote: text }).describe('Mail that asks something of you'),
    ),
    awaited: z.array(
      z
        .object({ messageId: id('mail.message'), subject: text, dueAt: instant() })
        .describe('Mail of yours that nobody has answered yet'),
    ),
    matrix: z
      .object({
        urgentImportant: z.array(Titled),
        important: z.array(Titled),
        urgent: z.array(Titled),
        neither: z.array(Titled),
      })
      .describe('Eisenhower: important is priority 2 and more, urgent is due within three days; 10 at most in each'),
    open: integer.describe('Tasks looked at for the matrix'),
    suggestions: z.array(Suggestion).describe('Three at most'),
  })
  .meta({ id: 'Briefing' })
export type Briefing = z.infer<typeof Briefing>

export const getBriefing = defineQuery({
  name: 'day.get-briefing',
  summary: 'Brief me: what is due, what waits, mail that needs an answer, and what to turn to',
  access: 'member',
  input: z.strictObject({ energy: energyNow.describe('As last noted today, unless told'), zone }),
  output: Briefing,
  errors: badZone,
  http: 'GET /secretary',
  aliases: ['GET /secretary/briefing'],
  cli: { name: 'briefing' },
  example: { zone: 'Europe/Berlin' },
})
