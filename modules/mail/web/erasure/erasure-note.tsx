import { cancelJob, type Job } from '#kernel/builtin/contract.ts'
import { getMailbox } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { useCommand, useOperation } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { isErasing, POLL_MILLISECONDS, wordsOf } from './use-erasure.ts'

interface ErasureNoteProps {
  job: Job
  onChanged: () => void
}

/** How erasing goes on, with a way to stop it, or how it ended. */
export function ErasureNote({ job, onChanged }: ErasureNoteProps) {
  if (isErasing(job)) return <Progress job={job} onChanged={onChanged} />
  return (
    <div
      role="status"
      className={classNames(
        'rounded-box border-(length:--border) border-line p-3 text-on-accent',
        job.state === 'done' ? 'bg-green' : 'bg-orange',
      )}
    >
      <p className="font-semibold">{wordsOf(job)}</p>
      {job.problem && <p>{job.problem.detail}</p>}
      {job.state === 'done' && (
        <p>What it left on the disk of this Daybook is being overwritten. Backups are yours to erase.</p>
      )}
      {job.state !== 'done' && <p>You can begin again below.</p>}
    </div>
  )
}

function Progress({ job, onChanged }: ErasureNoteProps) {
  const cancel = useCommand(cancelJob, { onSuccess: onChanged })
  const counts = useOperation(getMailbox, {}, { refetchInterval: POLL_MILLISECONDS })
  const { done } = job.progress
  const left = counts.data?.items.reduce((sum, item) => sum + item.messages, 0) ?? 0
  return (
    <div className="raised flex flex-col gap-3 p-4">
      <ProgressBar
        label="Erasing your mail"
        done={done}
        total={done + left || null}
        count={`${done.toLocaleString()} of ${countOf(done + left, 'message')}`}
        action={
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: job.id })}>
            Stop
          </Button>
        }
      />
      <p className="text-sm text-ink-soft">It goes on when you leave this page. What is erased is not put back.</p>
    </div>
  )
}
