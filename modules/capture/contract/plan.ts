import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { date, text } from '#contract/schema.ts'
import { Capture, ItemKind } from './capture.ts'
import { badZone, writtenIn } from './captures.ts'
import { captureCreated, captureErased } from './events.ts'

const short = (what: string) => z.string().trim().min(1, `${what} needs a few words`).max(300)

/** What a prompt such as "Video to tasks" has to bring back. It is somebody else's text, whatever it says. */
export const Plan = z
  .strictObject({
    title: short('The plan').optional(),
    source: z.string().max(2000).optional().describe('Where it comes from, such as the address of a video'),
    items: z
      .array(
        z.strictObject({
          title: short('An item'),
          kind: ItemKind.default('task'),
          notes: z.string().max(20_000).default(''),
          due: date().nullable().default(null),
          minutes: z.number().int().min(1).max(10_000).nullable().default(null),
          priority: z.number().int().min(0).max(3).default(0),
          labels: z
            .array(
              z
                .string()
                .trim()
                .regex(/^[^"#]*\p{L}[^"#]*$/u, 'A label needs a letter, and has neither # nor "')
                .max(50),
            )
            .max(10)
            .default([]),
          steps: z.array(short('A step')).max(50).default([]),
        }),
      )
      .min(1, 'There is nothing in it')
      .max(200, 'These are more than 200 items'),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>

export const importPlan = defineCommand({
  name: 'capture.import-plan',
  summary: 'Take the JSON that a prompt brought back, check it, and show what would be made of it',
  access: 'member',
  input: z.strictObject({
    text: text
      .min(1, 'Paste the answer first')
      .max(500_000)
      .describe('The answer as it came; text around the JSON is passed over'),
    ...writtenIn,
  }),
  output: Capture,
  errors: {
    ...badZone,
    'bad-plan': {
      message: 'That answer cannot be read as a plan',
      kind: 'validation',
      remedy: 'Ask for the JSON alone once more, or mend the places that are named.',
    },
  },
  http: 'POST /prompts/import',
  aliases: ['POST /chatgpt-prompts/import'],
  cli: { name: 'prompt import', positional: ['text'] },
  emits: [captureCreated, captureErased],
  example: { text: '{"title":"Sourdough","items":[{"title":"Feed the starter","minutes":10}]}' },
})
