import { cancelJob } from '#kernel/builtin/contract.ts'
import { undoRuleRun, type RuleRun } from '#modules/mail/contract/rules.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { countOf, shortDate } from '#ui/format.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { isMoving } from './use-rule-runs.ts'

/** How applying a rule to past mail goes or went, with a way to stop it and a way back. */
export function RunNote({ run, onChanged }: { run: RuleRun; onChanged: () => void }) {
  const cancel = useCommand(cancelJob, { onSuccess: onChanged })
  const undo = useCommand(undoRuleRun, { onSuccess: onChanged })
  const { id, name, state, scanned, total, job } = run
  const of = <span className="sr-only"> {name}</span>
  if (isMoving(run)) {
    return (
      <ProgressBar
        label={state === 'running' ? 'Going through your mail' : 'Putting back'}
        done={scanned}
        total={state === 'running' ? total || null : null}
        count={
          state === 'running'
            ? `${scanned.toLocaleString()} of ${countOf(total, 'message')}`
            : countOf(run.matched, 'message')
        }
        action={
          state === 'running' &&
          job && (
            <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: job })}>
              Stop{of}
            </Button>
          )
        }
      />
    )
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-1 basis-60 text-sm">{wordsOf(run)}</p>
      {state !== 'undone' && run.matched > 0 && (
        <Button disabled={undo.isPending} onClick={() => undo.mutate({ id })}>
          Put back<span className="sr-only"> what {name} changed</span>
        </Button>
      )}
    </div>
  )
}

function wordsOf({ state, matched, scanned, total, finishedAt, createdAt }: RuleRun): string {
  const when = shortDate(finishedAt ?? createdAt)
  const found = `${matched.toLocaleString()} of ${countOf(scanned, 'message')}`
  if (state === 'undone') return `Put back, ${when}: what nobody had changed since is as it was.`
  if (state === 'done') return `Applied, ${when}: ${found} matched.`
  const reached = `after ${scanned.toLocaleString()} of ${countOf(total, 'message')}; ${matched.toLocaleString()} matched.`
  return state === 'failed' ? `It broke off ${reached}` : `Stopped ${reached}`
}
