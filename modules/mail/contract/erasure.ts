import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, text } from '#contract/schema.ts'

export const mailErased = defineEvent({
  name: 'mail.erased',
  summary: 'All mail of a person was erased',
  audience: 'person',
  data: z.object({ id: text }),
})

export const eraseAllMail = defineCommand({
  name: 'mail.erase-all',
  summary:
    'Erase all your mail here for good: messages, files, search, drafts, labels and imports; with removeAccounts your mail accounts as well',
  access: 'member',
  input: z.strictObject({
    confirm: z.literal('erase all my mail').describe('These words, so that it never happens by mistake'),
    removeAccounts: z
      .stringbool()
      .or(boolean)
      .default(false)
      .describe('Disconnect your mail accounts first; what is on their servers stays there'),
  }),
  output: z.object({ job: z.uuid() }),
  errors: {
    'accounts-connected': {
      message: 'Accounts are still connected, and their mail would come back',
      kind: 'conflict',
      remedy:
        'Say removeAccounts as well (--remove-accounts), or remove them one by one with daybook connection remove. What is on their servers stays there.',
    },
  },
  http: 'DELETE /emails',
  cli: { name: 'mail erase-all', positional: ['confirm'] },
  agent: { confirm: 'always' },
  example: { confirm: 'erase all my mail' },
  startsJob: true,
})
