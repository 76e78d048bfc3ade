import Hourglass from 'lucide-react/icons/hourglass'
import { estimateDuration } from '#modules/insights/contract.ts'
import { getTask, type Task } from '#modules/tasks/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { minutesInWords, rangeInWords } from './words.ts'

/** How long such a task usually takes, as a quiet hint: what the person wrote themselves stays as it is. */
export function RecordSection({ kind, id }: { kind: string; id: string }) {
  return kind === 'tasks.task' ? <OfTask id={id} /> : null
}

function OfTask({ id }: { id: string }) {
  const task = useOperation(getTask, { id })
  return task.data && task.data.completedAt === null ? <UsualTime task={task.data} /> : null
}

function UsualTime({ task }: { task: Task }) {
  const { title, projectId, labels } = task
  const ownMinutes = ownEstimate(task)
  const { data } = useOperation(estimateDuration, { title, projectId, labels, ownMinutes })
  if (!data?.range || !data.reference) return null
  return (
    <p className="flex gap-2 text-sm text-ink-soft" data-hint="usual-time">
      <span className="mt-0.5 shrink-0">
        <Hourglass size={16} aria-hidden />
      </span>
      <span>
        Usually <strong className="text-ink">{rangeInWords(data.range)}</strong>, by {data.reference.words}.
        {data.corrected && data.suggested !== null && (
          <>
            {' '}
            Before, {minutesInWords(data.suggested)} came nearer than an estimate of {minutesInWords(data.own!)}.
          </>
        )}
      </span>
    </p>
  )
}

/** The middle of the person's own range, as ratios go. */
function ownEstimate({ estimateMin, estimateMax }: Task): number | null {
  const low = estimateMin || estimateMax
  const high = estimateMax || estimateMin
  return low && high ? Math.round(Math.sqrt(low * high)) : null
}
