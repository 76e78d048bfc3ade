import type { RefObject } from 'react'
import type { ThreadSummary } from '#modules/mail/contract.ts'
import type { ListHandle } from '#ui/virtual-list.tsx'
import { useListKeys } from '#ui/keyboard/use-list-keys.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import type { Selection } from '#ui/use-selection.ts'
import { compose } from './compose/composing.ts'
import type { InboxView } from './inbox-search.ts'
import type { MailChange } from './use-modify.ts'

interface ThreadKeys {
  view: InboxView
  threads: ThreadSummary[]
  focused: RefObject<number>
  handle: RefObject<ListHandle | null>
  open: (threadId: string | undefined) => void
  modify: (change: MailChange, told?: string) => Promise<void>
  selection: Selection
}

/** The keys of the list. They act on the open thread, else on the row that has the focus. */
export function useThreadKeys({ view, threads, focused, handle, open, modify, selection }: ThreadKeys): void {
  const openIndex = view.threadId ? threads.findIndex((thread) => thread.id === view.threadId) : -1
  const current = () => threads[openIndex >= 0 ? openIndex : focused.current]
  const { focusAfterChange } = useListKeys({
    count: threads.length,
    openIndex,
    focused,
    handle,
    open: (index) => open(threads[index]?.id),
    close: () => view.threadId && open(undefined),
  })

  const move = (place: 'archive' | 'trash' | 'inbox', told: string) => {
    const thread = current()
    if (!thread) return
    // The row below takes the place of the one that leaves.
    focusAfterChange(threads.indexOf(thread))
    void modify({ threadIds: [thread.id], within: view.place, place }, told)
    if (view.threadId) open(undefined)
  }
  const act = (change: (thread: ThreadSummary) => MailChange, told?: (thread: ThreadSummary) => string) => {
    const thread = current()
    if (thread) void modify({ threadIds: [thread.id], within: view.place, ...change(thread) }, told?.(thread))
  }

  useShortcuts({
    'mail.compose': () => compose({ kind: 'new' }),
    'mail.select': () => selection.toggle(openIndex >= 0 ? openIndex : focused.current),
    'mail.archive': () => (view.place === 'inbox' ? move('archive', 'Archived') : move('inbox', 'Moved to the inbox')),
    'mail.trash': () => view.place !== 'trash' && move('trash', 'Moved to the trash'),
    'mail.star': () => act((thread) => ({ starred: !thread.starred })),
    'mail.unread': () =>
      act(
        (thread) => ({ seen: thread.unread > 0 }),
        (thread) => (thread.unread > 0 ? 'Marked as read' : 'Marked as unread'),
      ),
  })
}
