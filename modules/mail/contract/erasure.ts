import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand } from '#contract/operation.ts'
import { text } from '#contract/schema.ts'

export const mailErased = defineEvent({
  name: 'mail.erased',
  summary: 'All mail of a person was erased',
  audience: 'person',
  data: z.object({ id: text }),
})

export const eraseAllMail = defineCommand({
  name: 'mail.erase-all',
  summary: 'Erase all your mail here for good: messages, files, search, drafts, labels and imports',
  access: 'member',
  input: z.strictObject({
    confirm: z.literal('erase all my mail').describe('These words, so that it never happens by mistake'),
  }),
  output: z.object({ job: z.uuid() }),
  errors: {
    'accounts-connected': {
      message: 'Accounts are still connected, and their mail would come back',
      kind: 'conflict',
      remedy: 'Remove your mail accounts first. What is on their servers stays there.',
    },
  },
  http: 'DELETE /emails',
  cli: { name: 'mail erase-all', positional: ['confirm'] },
  agent: { confirm: 'always' },
  example: { confirm: 'erase all my mail' },
  startsJob: true,
})
