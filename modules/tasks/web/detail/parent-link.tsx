import { Link } from '@tanstack/react-router'
import CornerLeftUp from 'lucide-react/icons/corner-left-up'
import { getTask, type Task } from '#modules/tasks/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** The task that this one is a part of. */
export function ParentLink({ task }: { task: Task & { parentId: string } }) {
  const parent = useOperation(getTask, { id: task.parentId })
  if (!parent.data) return null
  return (
    <Link
      to="/tasks/{-$taskId}"
      params={{ taskId: task.parentId }}
      className="inline-flex min-h-9 items-center gap-2 self-start wrap-anywhere"
    >
      <CornerLeftUp size={16} aria-hidden />
      Part of {parent.data.title}
    </Link>
  )
}
