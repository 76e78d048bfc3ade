import type { RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getThread, type Place, type Thread, type ThreadSummary } from '#modules/mail/contract.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import type { ListHandle } from '#ui/virtual-list.tsx'
import { useListKeys } from '#ui/keyboard/use-list-keys.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import type { Selection } from '#ui/use-selection.ts'
import { compose } from './compose/composing.ts'
import type { InboxView } from './inbox-search.ts'
import type { Asked } from './thread-dialog.tsx'
import type { MailChange } from './use-modify.ts'

/** What keys need to know of a thread. */
export type KeyThread = Pick<ThreadSummary, 'id' | 'starred' | 'unread' | 'labels'>

interface ThreadKeys {
  view: InboxView
  threads: ThreadSummary[]
  focused: RefObject<number>
  handle: RefObject<ListHandle | null>
  open: (threadId: string | undefined) => void
  modify: (change: MailChange, told?: string) => Promise<void>
  selection: Selection
  ask: (what: Asked['what'], thread: KeyThread) => void
}

/** The keys of the list. They act on the open thread, else on the row that has the focus. */
export function useThreadKeys(keys: ThreadKeys): { leave: (thread: KeyThread) => void } {
  const { view, threads, focused, handle, open, modify, selection, ask } = keys
  const cache = useQueryClient()
  const openIndex = view.threadId ? threads.findIndex((thread) => thread.id === view.threadId) : -1
  const current = (): KeyThread | undefined => {
    if (!view.threadId) return threads[focused.current]
    // One that was found elsewhere may be open beside a list that has not got as far.
    const read = cache.getQueryData<Thread>(operationKey(getThread, { id: view.threadId }))
    return threads[openIndex] ?? (read && ofThread(read))
  }
  const { focusAfterChange } = useListKeys({
    count: threads.length,
    openIndex,
    focused,
    handle,
    open: (index) => open(threads[index]?.id),
    close: () => view.threadId && open(undefined),
  })

  const leave = ({ id }: KeyThread) => {
    // The row below takes the place of the one that leaves.
    const index = threads.findIndex((thread) => thread.id === id)
    if (index >= 0) focusAfterChange(index)
    if (view.threadId) open(undefined)
  }
  const move = (place: Place, told: string) => {
    const thread = current()
    if (!thread) return
    leave(thread)
    void modify({ threadIds: [thread.id], within: view.place, place }, told)
  }
  const choose = (what: Asked['what']) => {
    const thread = current()
    if (thread) ask(what, thread)
  }
  const act = (change: (thread: KeyThread) => MailChange, told?: (thread: KeyThread) => string) => {
    const thread = current()
    if (thread) void modify({ threadIds: [thread.id], within: view.place, ...change(thread) }, told?.(thread))
  }

  useShortcuts({
    'mail.compose': () => compose({ kind: 'new' }),
    'mail.select': () => selection.toggle(openIndex >= 0 ? openIndex : focused.current),
    'mail.archive': () => (view.place === 'inbox' ? move('archive', 'Archived') : move('inbox', 'Moved to the inbox')),
    'mail.junk': () => view.place !== 'junk' && move('junk', 'Moved to junk'),
    'mail.snooze': () => view.place === 'inbox' && choose('snooze'),
    'mail.label': () => choose('label'),
    'mail.trash': () => view.place !== 'trash' && move('trash', 'Moved to the trash'),
    'mail.star': () => act((thread) => ({ starred: !thread.starred })),
    'mail.unread': () =>
      act(
        (thread) => ({ seen: thread.unread > 0 }),
        (thread) => (thread.unread > 0 ? 'Marked as read' : 'Marked as unread'),
      ),
  })
  return { leave }
}

function ofThread({ id, messages }: Thread): KeyThread {
  return {
    id,
    starred: messages.some(({ starred }) => starred),
    unread: messages.filter(({ seen }) => !seen).length,
    labels: [...new Set(messages.flatMap(({ labels }) => labels))],
  }
}
