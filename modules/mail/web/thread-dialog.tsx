import { lazy, Suspense } from 'react'
import { useModify } from './use-modify.ts'
import { useSnooze } from './use-snooze.ts'
import type { KeyThread } from './use-thread-keys.ts'

const LabelDialog = lazy(() => import('./label-dialog.tsx').then((module) => ({ default: module.LabelDialog })))
const LaterDialog = lazy(() => import('./compose/later-dialog.tsx').then((module) => ({ default: module.LaterDialog })))

/** What a key asked for a thread that takes more than the key to say. */
export interface Asked {
  what: 'label' | 'snooze'
  thread: KeyThread
}

interface ThreadDialogProps {
  asked: Asked
  onClose: () => void
  /** The thread leaves the list. */
  onGone: (thread: KeyThread) => void
}

/** Chooses the labels of a thread, or when it comes back. */
export function ThreadDialog({ asked: { what, thread }, onClose, onGone }: ThreadDialogProps) {
  const modify = useModify()
  const snooze = useSnooze()
  const threadIds = [thread.id]
  return (
    <Suspense>
      {what === 'label' ? (
        <LabelDialog
          labelSets={[thread.labels]}
          onClose={onClose}
          onApply={(addLabels, removeLabels) => {
            onClose()
            void modify({ threadIds, addLabels, removeLabels }, 'Labels changed', {
              threadIds,
              addLabels: removeLabels,
              removeLabels: addLabels.filter((id) => !thread.labels.includes(id)),
            })
          }}
        />
      ) : (
        <LaterDialog
          title="Snooze until"
          action="Snooze"
          onClose={onClose}
          onChoose={(until) => {
            onClose()
            onGone(thread)
            void snooze(threadIds, until)
          }}
        />
      )}
    </Suspense>
  )
}
