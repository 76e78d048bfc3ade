import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { boolean, nothing } from '#contract/schema.ts'

/** Erases days: of a person, or of everybody in a workspace that is gone. */
export const eraseDays = defineCommand({
  name: 'day.erase',
  summary: 'Erase the days of people who are gone',
  access: 'system',
  input: z.strictObject({ everybody: boolean }),
  output: nothing,
  example: { everybody: false },
})
