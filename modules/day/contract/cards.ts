import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { page, pageInput } from '#contract/schema.ts'
import { Suggestion } from './energy.ts'

export const listCards = defineQuery({
  name: 'day.list-cards',
  summary: 'List tasks to decide on one by one, the one that presses most first: a run of swipes',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Suggestion),
  http: 'GET /dogfooding',
  aliases: ['GET /dogfood'],
  cli: { name: 'swipe list' },
  example: {},
})
