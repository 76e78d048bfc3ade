import { Link } from '@tanstack/react-router'
import Inbox from 'lucide-react/icons/inbox'
import Play from 'lucide-react/icons/play'
import { cancelJob } from '#kernel/builtin/contract.ts'
import { resumeImport, type Import } from '#modules/mail/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import type { Accent } from '#ui/define-web-module.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { countOf, fileSize, fullDate } from '#ui/format.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { UndoImport } from './undo-import.tsx'
import { ImportFailures } from './import-failures.tsx'
import { isMoving, useImport } from './use-import.ts'

const states: Record<Import['state'], [name: string, accent: Accent]> = {
  running: ['Running', 'lilac'],
  indexing: ['Making it searchable', 'lilac'],
  stopped: ['Stopped', 'orange'],
  done: ['Done', 'green'],
  failed: ['Failed', 'red'],
  undoing: ['Being undone', 'orange'],
  undone: ['Undone', 'pink'],
}

/** One import: its state, its counts, and what can be done with it now. */
export function ImportCard({ first }: { first: Import }) {
  const { current, refetch } = useImport(first)
  const [name, accent] = states[current.state]
  return (
    <article aria-label={`Import ${current.name}`} className="raised flex flex-col gap-4 p-4">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="min-w-0 flex-1 text-base break-words">{current.name}</h3>
        <Chip accent={accent}>{name}</Chip>
      </header>
      {isMoving(current.state) && <Progress current={current} onChanged={refetch} />}
      <Counts current={current} />
      {current.problem && (
        <p role="alert" className="rounded-box border border-line bg-red p-2 text-on-accent">
          {current.problem.detail}
        </p>
      )}
      <ImportFailures failed={current.failed} failures={current.failures} />
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft">Begun {fullDate(current.createdAt)}</p>
        <Actions current={current} onChanged={refetch} />
      </footer>
    </article>
  )
}

function Progress({ current, onChanged }: { current: Import; onChanged: () => void }) {
  const cancel = useCommand(cancelJob, { onSuccess: onChanged })
  const { state, job, bytes } = current
  const stop = state === 'running' && job && (
    <Button onClick={() => cancel.mutate({ id: job })} disabled={cancel.isPending}>
      Cancel
    </Button>
  )
  if (state === 'indexing') {
    return (
      <ProgressBar
        label="Making it searchable"
        done={current.indexed}
        total={current.stored}
        count={`${current.indexed.toLocaleString()} of ${countOf(current.stored, 'message')}`}
      />
    )
  }
  return (
    <ProgressBar
      label={state === 'undoing' ? 'Undoing' : 'Reading'}
      done={bytes.done}
      total={bytes.total}
      count={
        state === 'undoing' ? countOf(current.stored, 'message') : `${fileSize(bytes.done)} of ${fileSize(bytes.total)}`
      }
      action={stop}
    />
  )
}

function Counts({ current }: { current: Import }) {
  const counts: [string, number][] = [
    ['seen', current.seen],
    ['stored', current.stored],
    ['here already', current.duplicates],
    ['not readable', current.failures],
  ]
  return (
    <dl className="m-0 grid grid-cols-2 gap-2 sm:grid-cols-4">
      {counts.map(([label, count]) => (
        <div key={label} className="flex flex-col-reverse rounded-box border border-line-soft bg-paper px-3 py-2">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="m-0 font-head text-xl leading-tight font-bold tabular-nums">{count.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  )
}

function Actions({ current, onChanged }: { current: Import; onChanged: () => void }) {
  const resume = useCommand(resumeImport, { onSuccess: onChanged })
  const { id, state, stored } = current
  const resting = state === 'done' || state === 'stopped' || state === 'failed'
  return (
    <div className="flex flex-wrap gap-2">
      {resting && stored > 0 && <UndoImport current={current} onChanged={onChanged} />}
      {(state === 'stopped' || state === 'failed') && (
        <Button look="primary" icon={Play} onClick={() => resume.mutate({ id })} disabled={resume.isPending}>
          {state === 'failed' ? 'Try again' : 'Go on'}
        </Button>
      )}
      {state === 'done' && (
        <Link to="/inbox" className={buttonClass('primary')}>
          <Inbox size={18} aria-hidden /> Read it
        </Link>
      )}
    </div>
  )
}
