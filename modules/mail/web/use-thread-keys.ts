import type { RefObject } from 'react'
import type { ThreadSummary } from '#modules/mail/contract.ts'
import type { ListHandle } from '#ui/virtual-list.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import type { InboxView } from './inbox-search.ts'
import type { MailChange } from './use-modify.ts'

interface ThreadKeys {
  view: InboxView
  threads: ThreadSummary[]
  focused: RefObject<number>
  handle: RefObject<ListHandle | null>
  open: (threadId: string | undefined) => void
  modify: (change: MailChange, told?: string) => Promise<void>
}

const group = 'Mail'

/** The keys of the list. They act on the open thread, else on the row that has the focus. */
export function useThreadKeys({ view, threads, focused, handle, open, modify }: ThreadKeys): void {
  const current = () => threads.find((thread) => thread.id === view.threadId) ?? threads[focused.current]
  const inList = () => document.activeElement?.closest('[data-index]') !== null && document.activeElement !== null

  const focusRow = (index: number) => {
    if (threads.length === 0) return
    focused.current = Math.max(0, Math.min(threads.length - 1, index))
    handle.current?.focusRow(focused.current)
  }
  const step = (by: number) => focusRow(inList() ? focused.current + by : view.threadId ? openIndex() + by : focused.current)
  const openIndex = () => Math.max(0, threads.findIndex((thread) => thread.id === view.threadId))
  const back = () => {
    const index = openIndex()
    open(undefined)
    focusRow(index)
  }
  const move = (place: 'archive' | 'trash' | 'inbox', told: string) => {
    const thread = current()
    if (!thread) return
    const index = threads.indexOf(thread)
    void modify({ threadIds: [thread.id], place }, told)
    if (view.threadId) open(undefined)
    // The row below takes the place of the one that left.
    setTimeout(() => handle.current?.focusRow(Math.min(index, threads.length - 2)), 50)
  }
  const act = (change: (thread: ThreadSummary) => MailChange, told?: (thread: ThreadSummary) => string) => {
    const thread = current()
    if (thread) void modify({ threadIds: [thread.id], ...change(thread) }, told?.(thread))
  }

  useShortcuts([
    { keys: 'j', label: 'Next thread', group, run: () => step(1) },
    { keys: 'k', label: 'Previous thread', group, run: () => step(-1) },
    { keys: 'o', label: 'Open the thread', group, run: () => open(threads[focused.current]?.id) },
    { keys: 'u', label: 'Back to the list', group, run: back },
    { keys: 'Escape', label: 'Close the thread', group, run: () => view.threadId && back() },
    view.place === 'inbox'
      ? { keys: 'e', label: 'Archive', group, run: () => move('archive', 'Archived') }
      : { keys: 'e', label: 'Move to the inbox', group, run: () => move('inbox', 'Moved to the inbox') },
    { keys: '#', label: 'Move to the trash', group, run: () => view.place !== 'trash' && move('trash', 'Moved to the trash') },
    { keys: 's', label: 'Star or unstar', group, run: () => act((thread) => ({ starred: !thread.starred })) },
    {
      keys: 'U',
      label: 'Mark as unread or read',
      group,
      run: () =>
        act(
          (thread) => ({ seen: thread.unread > 0 }),
          (thread) => (thread.unread > 0 ? 'Marked as read' : 'Marked as unread'),
        ),
    },
  ])
}
