import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, nothing, text, textOrNull } from '#contract/schema.ts'
import { defineService } from '#contract/service.ts'
import {
  messageChanged,
  MessageId,
  reminderChanged,
  suggestionChanged,
  SuggestionId,
  threadChanged,
  unsubscribeChanged,
  UnsubscribeId,
} from '../../contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** What is due by now, in every workspace. */
export const listDue = defineQuery({
  name: 'mail.list-due',
  summary: 'Snoozes and reminders that are due',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({
    items: z.array(z.object({ id: text, workspaceId: text, ownerId: text })),
  }),
  example: { limit: 100 },
})

/** Brings back what an alarm was set for; a second ring does nothing. */
export const ringAlarm = defineCommand({
  name: 'mail.ring-alarm',
  summary: 'Bring a thread back that is due',
  access: 'system',
  input: z.strictObject({ id: text }),
  output: z.object({ rang: boolean }),
  emits: [threadChanged, messageChanged, reminderChanged],
  example: { id: exampleId },
})

/** Looks after what is due. */
export interface Alarms {
  /** Rings every alarm that is due by now; answers how many. */
  sweep(): Promise<number>
}
export const alarms = defineService<Alarms>({
  name: 'mail.alarms',
  summary: 'Brings snoozed threads and reminders back at their time',
})

/** Looks through new mail for what it asks for. */
export const suggestTasks = defineCommand({
  name: 'mail.suggest-tasks',
  summary: 'Suggest tasks of new mail',
  access: 'system',
  input: z.strictObject({ ids: z.array(MessageId).max(500) }),
  output: nothing,
  emits: [suggestionChanged],
  example: { ids: [exampleId] },
})

/** Notes that a suggestion is a task now, or no longer. */
export const noteApproved = defineCommand({
  name: 'mail.note-approved',
  summary: 'Note that a suggestion was approved, or that this was taken back',
  access: 'system',
  input: z.strictObject({ id: SuggestionId, approved: boolean }),
  output: nothing,
  emits: [suggestionChanged],
  example: { id: exampleId, approved: true },
})

/** Whether the remote images of a message are shown by what its owner said of the sender. */
export const readImagesAllowed = defineQuery({
  name: 'mail.read-images-allowed',
  summary: 'Whether remote images of a message are shown',
  access: 'system',
  input: z.strictObject({ id: MessageId }),
  output: z.object({ allowed: boolean, ownerId: text }),
  errors: { 'message-not-found': 'There is no such message' },
  example: { id: exampleId },
})

export const unsubscribeJob = defineJob({
  name: 'mail.unsubscribe',
  summary: 'Ask a list to let its reader go',
  input: z.object({ id: UnsubscribeId }),
})

/** Where a request goes that waits to be made; null where there is none. */
export const readUnsubscribeRequest = defineQuery({
  name: 'mail.read-unsubscribe',
  summary: 'Where a request to leave a list goes',
  access: 'system',
  input: z.strictObject({ id: UnsubscribeId }),
  output: z.object({ url: textOrNull }),
  example: { id: exampleId },
})

/** Notes how a request to leave a list went. */
export const noteUnsubscribe = defineCommand({
  name: 'mail.note-unsubscribe',
  summary: 'Note how a request to leave a list went',
  access: 'system',
  input: z.strictObject({ id: UnsubscribeId, problem: textOrNull }),
  output: nothing,
  emits: [unsubscribeChanged],
  example: { id: exampleId, problem: null },
})
