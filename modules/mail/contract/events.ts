import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'
import { ImportId, LabelId, MessageId } from './records.ts'

const subject = z.object({ id: MessageId })
export const messageAdded = defineEvent({
  name: 'mail.message-added',
  summary: 'A message was stored',
  audience: 'person',
  data: z.object({ id: MessageId, importId: ImportId.nullable() }),
})
export const messageChanged = defineEvent({
  name: 'mail.message-changed',
  summary: 'A message was read, starred, moved or labelled',
  audience: 'person',
  data: subject,
})
export const messageRemoved = defineEvent({
  name: 'mail.message-removed',
  summary: 'A message was erased',
  audience: 'person',
  data: subject,
})
export const importChanged = defineEvent({
  name: 'mail.import-changed',
  summary: 'An import began, ended or was undone',
  audience: 'person',
  data: z.object({ id: ImportId }),
})
export const labelChanged = defineEvent({
  name: 'mail.label-changed',
  summary: 'A label was made, renamed or removed',
  audience: 'person',
  data: z.object({ id: LabelId }),
})
export const outgoingRemoved = defineEvent({
  name: 'mail.outgoing-removed',
  summary: 'What was known of a message on its way was erased, as its draft or its copy was',
  audience: 'person',
  data: z.object({ id: id('mail.outgoing') }),
})
