import { Link } from '@tanstack/react-router'
import Timer from 'lucide-react/icons/timer'
import { getTask } from '#modules/tasks/contract.ts'
import { buttonClass } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'

/** A way from an open task to a session for it. */
export function RecordSection({ kind, id }: { kind: string; id: string }) {
  return kind === 'tasks.task' ? <OfTask id={id} /> : null
}

function OfTask({ id }: { id: string }) {
  const { data: task } = useOperation(getTask, { id })
  if (!task || task.deletedAt || task.status === 'done' || task.status === 'dropped') return null
  return (
    <Link to="/focus" search={{ task: id } as never} className={buttonClass('plain', 'self-start')}>
      <Timer size={18} aria-hidden /> Focus on it
    </Link>
  )
}
