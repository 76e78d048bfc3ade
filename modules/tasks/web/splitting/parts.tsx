import { Link } from '@tanstack/react-router'
import Split from 'lucide-react/icons/split'
import { getTaskTree, type Task, type TreeNode } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { decompositionName } from './split-words.ts'

interface PartsProps {
  task: Task
  closed: boolean
  onSplit: (part: Task) => void
}

/** The parts right below a task, each with its progress; one that nobody has split yet is split when its turn comes. */
export function Parts({ task, closed, onSplit }: PartsProps) {
  const tree = useOperation(getTaskTree, { id: task.id, depth: 1 })
  if (tree.isError && !tree.data) return <ErrorState error={tree.error} retry={() => void tree.refetch()} />
  const parts = (tree.data?.items ?? []).filter((node) => node.depth === 1 && node.task.level < 6)
  if (parts.length === 0) return null
  return (
    <ul aria-label="Parts" className="m-0 flex list-none flex-col gap-2 p-0">
      {parts.map((node) => (
        <li key={node.task.id} className="sheet flex flex-wrap items-center gap-x-3 gap-y-1 p-3">
          <Link
            to="/tasks/{-$taskId}"
            params={{ taskId: node.task.id }}
            className="inline-flex min-h-6 min-w-40 flex-1 items-center font-semibold wrap-anywhere"
          >
            {node.task.title}
          </Link>
          <span className="text-sm text-ink-soft">{progressOf(node)}</span>
          {node.task.decomposition && <Chip>{decompositionName[node.task.decomposition]}</Chip>}
          {!closed && needsSplitting(node.task) && (
            <Button icon={Split} aria-label={`Split: ${node.task.title}`} onClick={() => onSplit(node.task)}>
              Split
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function needsSplitting({ decomposition, status }: Task): boolean {
  if (status === 'done' || status === 'dropped') return false
  return decomposition === 'stub' || decomposition === 'decomposing'
}

function progressOf({ task, total, done, estimateMax }: TreeNode): string {
  if (task.status === 'done') return 'Done'
  if (task.status === 'dropped') return 'Dropped'
  const time = estimateMax === null ? [] : [`${estimateMax.toLocaleString()} min`]
  // A part without anything below it counts as itself.
  return [...(total > 1 ? [`${done} of ${total} done`] : []), ...time].join(', ')
}
