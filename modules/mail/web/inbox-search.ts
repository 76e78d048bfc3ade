import { useParams, useSearch } from '@tanstack/react-router'
import { Place } from '#modules/mail/contract.ts'

/** What the address of the inbox says: which list, and what is open beside it. */
export interface InboxView {
  place: Place
  unread: boolean
  starred: boolean
  labelId: string | undefined
  threadId: string | undefined
  messageId: string | undefined
}

export function useInboxView(): InboxView {
  const { threadId } = useParams({ strict: false }) as { threadId?: string }
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  return {
    place: Place.safeParse(search.place).data ?? 'inbox',
    unread: search.unread === 'true',
    starred: search.starred === 'true',
    labelId: search.label,
    threadId,
    messageId: search.message,
  }
}

/** The members of the address for a view; what is usual is left out. */
export function toSearch(view: Partial<Omit<InboxView, 'threadId'>>): Record<string, string | undefined> {
  return {
    place: view.place === 'inbox' ? undefined : view.place,
    unread: view.unread ? 'true' : undefined,
    starred: view.starred ? 'true' : undefined,
    label: view.labelId,
    message: view.messageId,
  }
}

/** The input of `mail.list-threads` for a view. */
export function toListInput({ place, unread, starred, labelId }: InboxView): Record<string, unknown> {
  return { place, ...(unread && { unread: true }), ...(starred && { starred: true }), ...(labelId && { labelId }) }
}
