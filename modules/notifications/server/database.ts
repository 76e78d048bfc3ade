import { handlersFor } from '#kernel/handlers.ts'
import type { NoticeKind } from '../contract.ts'

/** The table of notifications. The kernel adds `workspace_id`. */
export interface NotificationsTables {
  notifications_notice: {
    id: string
    person_id: string
    kind: NoticeKind
    notice_key: string
    title: string
    detail: string | null
    record_kind: string | null
    record_id: string | null
    created_at: number
    read_at: number | null
  }
}

export type NoticeRow = NotificationsTables['notifications_notice']

export const { command, query } = handlersFor<NotificationsTables>()
