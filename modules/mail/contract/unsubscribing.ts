import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { MessageId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const notFound = { 'message-not-found': 'There is no such message' } as const

export const UnsubscribeId = id('mail.unsubscribe')
export const UnsubscribeState = z.enum(['waiting', 'done', 'failed'])

/** A request to leave a list, and how it went. */
export const Unsubscribe = z
  .object({
    id: UnsubscribeId,
    messageId: MessageId,
    host: z.string().describe('Where the request goes'),
    state: UnsubscribeState,
    problem: textOrNull,
    createdAt: instant(),
    finishedAt: instant().nullable(),
  })
  .meta({ id: 'Unsubscribe' })
export type Unsubscribe = z.infer<typeof Unsubscribe>

/** The mail that leaves a list, for a draft. */
export const UnsubscribeMail = z.object({ to: text, subject: text, body: text })
export type UnsubscribeMail = z.infer<typeof UnsubscribeMail>

/** How one can leave the list that a message came by. */
export const UnsubscribeOptions = z
  .object({
    oneClick: z
      .object({ host: text, signature: z.enum(['verified', 'unknown']) })
      .nullable()
      .describe('By one request that Daybook makes (RFC 8058)'),
    mail: UnsubscribeMail.nullable().describe('By a mail'),
    page: z.string().nullable().describe('By a page that a person opens'),
    last: Unsubscribe.nullable().describe('The last request that was made for this message'),
  })
  .meta({ id: 'UnsubscribeOptions' })
export type UnsubscribeOptions = z.infer<typeof UnsubscribeOptions>

export const unsubscribeChanged = defineEvent({
  name: 'mail.unsubscribe-changed',
  summary: 'A request to leave a list was made, or has ended',
  audience: 'person',
  data: z.object({ id: UnsubscribeId }),
})

export const getUnsubscribe = defineQuery({
  name: 'mail.get-unsubscribe',
  summary: 'How to leave the list that a message came by',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: UnsubscribeOptions,
  errors: notFound,
  http: 'GET /emails/{id}/unsubscribe',
  cli: { name: 'mail unsubscribe-options', positional: ['id'] },
  example: { id: exampleId },
})

export const unsubscribe = defineCommand({
  name: 'mail.unsubscribe',
  summary: 'Leave the list that a message came by, with one request (RFC 8058)',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: z.object({ job: z.uuid(), unsubscribe: Unsubscribe }),
  errors: {
    ...notFound,
    'no-one-click': {
      message: 'That list cannot be left with one request',
      kind: 'conflict',
      remedy: 'Send the mail it asks for, or open its page.',
    },
    'already-asked': { message: 'That was asked for already', kind: 'conflict' },
  },
  http: 'POST /emails/{id}/unsubscribe',
  cli: { name: 'mail unsubscribe', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [unsubscribeChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const listUnsubscribes = defineQuery({
  name: 'mail.list-unsubscribes',
  summary: 'List the requests to leave lists, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Unsubscribe),
  http: 'GET /unsubscribes',
  cli: { name: 'mail unsubscribes' },
  example: {},
})
