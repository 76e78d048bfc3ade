import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import {
  RecordRef,
  boolean,
  id,
  instant,
  integer,
  noInput,
  page,
  pageInput,
  text,
  textOrNull,
} from '#contract/schema.ts'

export * from './contract/settings.ts'

export const NoticeId = id('notifications.notice')
const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** What people are told about; each kind can be switched off. */
export const NoticeKind = z.enum([
  'import',
  'approval',
  'invitation',
  'sign-in',
  'job',
  'reminder',
  'mail',
  'account',
  'sending',
  'delegation',
  'mention',
  'focus',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const Notice = z
  .object({
    id: NoticeId,
    kind: NoticeKind,
    title: text,
    detail: textOrNull,
    record: RecordRef.nullable().describe('What it is about'),
    at: instant(),
    readAt: instant().nullable(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof Notice>

export const noticeAdded = defineEvent({
  name: 'notifications.added',
  summary: 'Somebody was told something',
  data: z.object({ id: NoticeId }),
  audience: 'person',
})
export const noticesRead = defineEvent({
  name: 'notifications.read',
  summary: 'Somebody marked notifications as read, or as unread again',
  data: z.object({ id: NoticeId, count: integer }),
  audience: 'person',
})

export const listNotices = defineQuery({
  name: 'notifications.list',
  summary: 'List your notifications, newest first',
  access: 'signed-in',
  input: z.strictObject({ ...pageInput, unread: z.stringbool().or(boolean).optional() }),
  output: page(Notice),
  http: 'GET /notifications',
  cli: { name: 'notification list' },
  example: {},
})

export const countNotices = defineQuery({
  name: 'notifications.counts',
  summary: 'Count your unread notifications',
  access: 'signed-in',
  input: noInput,
  output: z.object({ unread: z.number().int().describe('At most 1000 are counted') }),
  http: 'GET /notifications/counts',
  example: {},
})

export const markRead = defineCommand({
  name: 'notifications.mark-read',
  summary: 'Mark some of your notifications as read, or as unread again',
  access: 'signed-in',
  input: z.strictObject({ ids: z.array(NoticeId).min(1).max(200), read: z.boolean().default(true) }),
  output: z.object({ changed: z.array(NoticeId) }),
  errors: { 'notice-not-found': 'There is no such notification' },
  http: 'POST /notifications/read',
  cli: { name: 'notification read' },
  emits: [noticesRead],
  example: { ids: [exampleId] },
})

export const markAllRead = defineCommand({
  name: 'notifications.mark-all-read',
  summary: 'Mark all your notifications as read',
  access: 'signed-in',
  input: noInput,
  output: z.object({ changed: z.array(NoticeId).describe('The newest 200 of them, to take it back') }),
  http: 'POST /notifications/read-all',
  cli: { name: 'notification read-all' },
  emits: [noticesRead],
  example: {},
})
