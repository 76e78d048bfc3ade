import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { defineJob } from '#contract/job.ts'
import { secretText } from '#contract/schema.ts'
import { exampleId } from '../../contract.ts'

/** Hands one mail of the outbox to the mail server. */
export const sendMail = defineJob({
  name: 'identity.send-mail',
  summary: 'Send one mail',
  input: z.object({ id: z.uuid() }),
  attempts: 5,
  concurrency: 2,
})

/** Takes a mail for sending. One that was being sent when the process ended may have left, so it is not sent again. */
export const takeMail = defineCommand({
  name: 'identity.take-mail',
  summary: 'Take a mail of the outbox for sending',
  access: 'system',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ sealed: secretText().nullable() }),
  example: { id: exampleId },
})

/** Notes what became of a mail. */
export const settleMail = defineCommand({
  name: 'identity.settle-mail',
  summary: 'Note what became of a mail',
  access: 'system',
  input: z.strictObject({
    id: z.uuid(),
    state: z.enum(['queued', 'sent', 'uncertain', 'failed', 'not-configured']),
  }),
  output: z.object({}),
  example: { id: exampleId, state: 'sent' },
})
