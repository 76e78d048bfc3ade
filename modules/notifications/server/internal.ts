import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { RecordRef, boolean, integer, nothing } from '#contract/schema.ts'
import { noticeAdded, NoticeKind } from '../contract.ts'

/** Tells the person it is called for, unless they want no such notifications or were told already. */
export const addNotice = defineCommand({
  name: 'notifications.add',
  summary: 'Tell a person something',
  access: 'system',
  input: z.strictObject({
    kind: NoticeKind,
    /** The same happening has the same key, so that nobody is told twice. */
    key: z.string().min(1).max(200),
    title: z.string().min(1).max(300),
    detail: z.string().max(1000).nullable(),
    record: RecordRef.nullable(),
  }),
  output: z.object({ added: boolean }),
  emits: [noticeAdded],
  example: { kind: 'import', key: 'import 1', title: 'mail.mbox is imported', detail: null, record: null },
})

/** Erases what a person was told about records that are gone. */
export const forgetRecords = defineCommand({
  name: 'notifications.forget-records',
  summary: 'Erase notices about records that are gone',
  access: 'system',
  input: z.strictObject({ kind: z.string(), ids: z.array(z.string()).max(500) }),
  output: nothing,
  example: { kind: 'mail.message', ids: [] },
})

/** Erases what a person was told about their mail. */
export const forgetKinds = defineCommand({
  name: 'notifications.forget-kinds',
  summary: 'Erase notices of some kinds',
  access: 'system',
  input: z.strictObject({ kinds: z.array(NoticeKind) }),
  output: nothing,
  example: { kinds: ['mail'] },
})

/** Erases some notices: of the person it is called for, or of everybody in a workspace nobody is in any more. */
export const eraseNotices = defineCommand({
  name: 'notifications.erase-batch',
  summary: 'Erase notices of a person or a workspace',
  access: 'system',
  input: z.strictObject({ everybody: boolean, limit: integer }),
  output: z.object({ erased: integer }),
  example: { everybody: false, limit: 200 },
})
