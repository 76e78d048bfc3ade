import { lazy, Suspense, useState } from 'react'
import FileText from 'lucide-react/icons/file-text'
import type { Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))
const PrpForm = lazy(() => import('./prp-form.tsx').then((module) => ({ default: module.PrpForm })))

/** Opens the prompt of a task: all that somebody needs to know who is given it. */
export function PrpButton({ task }: { task: Task }) {
  const [open, setOpen] = useState(false)
  /** What was written and not saved stays while the task is open. */
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <>
      <Button icon={FileText} onClick={() => setOpen(true)}>
        Prompt
      </Button>
      {open && (
        <Suspense>
          <Dialog open wide onClose={() => setOpen(false)} title="Prompt for this task">
            <PrpForm task={task} draft={draft} onDraft={setDraft} />
          </Dialog>
        </Suspense>
      )}
    </>
  )
}
