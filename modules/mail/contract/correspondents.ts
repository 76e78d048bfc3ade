import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { noInput } from '#contract/schema.ts'
import { Address } from './records.ts'

export const listCorrespondents = defineQuery({
  name: 'mail.list-correspondents',
  summary: 'List the people you have written with lately, those you wrote to most often first',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Address).describe('At most 500') }),
  http: 'GET /correspondents',
  cli: { name: 'mail correspondents' },
  example: {},
})
