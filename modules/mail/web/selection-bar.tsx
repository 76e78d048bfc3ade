import { lazy, Suspense, useState } from 'react'
import Archive from 'lucide-react/icons/archive'
import Inbox from 'lucide-react/icons/inbox'
import ListChecks from 'lucide-react/icons/list-checks'
import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import Tag from 'lucide-react/icons/tag'
import Trash2 from 'lucide-react/icons/trash-2'
import X from 'lucide-react/icons/x'
import type { ThreadSummary } from '#modules/mail/contract.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import type { Selection } from '#ui/use-selection.ts'
import type { InboxView } from './inbox-search.ts'
import { SnoozeButton } from './snooze-button.tsx'
import { useBulk } from './use-bulk.ts'

const LabelDialog = lazy(() => import('./label-dialog.tsx').then((module) => ({ default: module.LabelDialog })))

interface SelectionBarProps {
  view: InboxView
  threads: readonly ThreadSummary[]
  hasMore: boolean
  selection: Selection
}

/** How many threads are selected, and what can be done with all of them at once. */
export function SelectionBar({ view, threads, hasMore, selection }: SelectionBarProps) {
  const bulk = useBulk(view, threads, selection)
  const [labelling, setLabelling] = useState(false)
  const chosen = threads.filter(({ id }) => selection.ids.has(id))
  const unread = chosen.some((thread) => thread.unread > 0)
  const starred = chosen.every((thread) => thread.starred)
  const inInbox = view.place === 'inbox'
  useShortcuts({
    'mail.archive': bulk.archive,
    'mail.trash': () => view.place !== 'trash' && bulk.trash(),
    'mail.junk': () => view.place !== 'junk' && bulk.junk(),
    'mail.star': () => bulk.star(!starred),
    'mail.unread': () => bulk.read(unread),
    'mail.label': () => setLabelling(true),
    'list.close': selection.clear,
  })
  return (
    <div className="flex flex-wrap items-center gap-1 [&_button]:size-8" role="group" aria-label="Selected threads">
      <p role="status" className="mr-1 text-sm font-semibold tabular-nums">
        {selection.all && hasMore ? 'All' : bulk.count.toLocaleString()} selected
      </p>
      <IconButton
        label={inInbox ? 'Archive all' : 'Move all to the inbox'}
        action="mail.archive"
        icon={inInbox ? Archive : Inbox}
        disabled={bulk.busy}
        onClick={bulk.archive}
      />
      {view.place !== 'trash' && (
        <IconButton label="Move all to the trash" action="mail.trash" icon={Trash2} onClick={bulk.trash} />
      )}
      <IconButton
        label={unread ? 'Mark all as read' : 'Mark all as unread'}
        action="mail.unread"
        icon={unread ? MailOpen : Mail}
        onClick={() => bulk.read(unread)}
      />
      <IconButton label="Label all" action="mail.label" icon={Tag} onClick={() => setLabelling(true)} />
      {inInbox && !selection.all && (
        <SnoozeButton threadIds={chosen.slice(0, 100).map(({ id }) => id)} onSnoozed={selection.clear} />
      )}
      {!selection.all && <IconButton label="Select all" icon={ListChecks} onClick={selection.selectAll} />}
      <IconButton label="Select nothing" icon={X} onClick={selection.clear} />
      {labelling && (
        <Suspense>
          <LabelDialog
            labelSets={chosen.map(({ labels }) => labels)}
            onClose={() => setLabelling(false)}
            onApply={(add, remove) => {
              setLabelling(false)
              bulk.label(add, remove)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
