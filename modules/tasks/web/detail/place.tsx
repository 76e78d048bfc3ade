import { lazy, Suspense, useState } from 'react'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import type { Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { ParentLink } from './parent-link.tsx'

const PlaceDialog = lazy(() => import('./place-dialog.tsx').then((module) => ({ default: module.PlaceDialog })))

/** Where a task stands in its tree, and a way to put it elsewhere. */
export function Place({ task }: { task: Task }) {
  const [moving, setMoving] = useState(false)
  if (task.deletedAt !== null || task.rev === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      {task.parentId && <ParentLink task={{ ...task, parentId: task.parentId }} />}
      <Button icon={CornerDownRight} onClick={() => setMoving(true)}>
        {task.parentId ? 'Move it' : 'Put it under another task'}
      </Button>
      {moving && (
        <Suspense>
          <PlaceDialog task={task} onClose={() => setMoving(false)} />
        </Suspense>
      )}
    </div>
  )
}
