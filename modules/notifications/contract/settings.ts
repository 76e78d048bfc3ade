import { boolean } from '#contract/schema.ts'
import { defineSetting } from '#contract/setting.ts'
import type { NoticeKind } from '../contract.ts'

const onOff = (kind: NoticeKind, summary: string) =>
  defineSetting({ name: `notifications.${kind}`, summary, level: 'person', schema: boolean, default: true })

/** Whether a person wants to be told, a setting a kind. */
export const noticeSettings = {
  import: onOff('import', 'Tell me when an import has ended'),
  approval: onOff('approval', 'Tell me when an assistant asks to do something'),
  invitation: onOff('invitation', 'Tell me when somebody accepts my invitation'),
  'sign-in': onOff('sign-in', 'Tell me when somebody signs in as me from a new browser'),
  reminder: onOff('reminder', 'Tell me of what I wanted to be reminded of: tasks, and mail that nobody answered'),
  mail: onOff('mail', 'Tell me when a mail server refuses a change'),
  sending: onOff('sending', 'Tell me when a message was not sent, or may not have been'),
  job: onOff('job', 'Tell me when work in the background fails'),
  delegation: onOff('delegation', 'Tell me when I am asked to do a task, or when somebody answers me'),
  mention: onOff('mention', 'Tell me when somebody mentions me in a comment'),
  focus: onOff('focus', 'Tell me when the time of a focus session is over and no page of Daybook is open'),
  account: onOff('account', 'Tell me when a mail account must be signed in again'),
} satisfies Record<NoticeKind, unknown>
