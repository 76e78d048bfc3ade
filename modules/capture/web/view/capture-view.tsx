import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  getCapture,
  readCaptureAgain,
  restoreCapture,
  type Capture,
  type CaptureWay,
} from '#modules/capture/contract.ts'
import { reviewCapture } from '#modules/tasks/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate } from '#ui/format.ts'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useOfferedWays } from '../use-offered-ways.ts'
import { readByName } from '../words.ts'
import { Diff } from './diff.tsx'
import { Questions } from './questions.tsx'

/** A job reads it: that is soon. */
const LOOK_MILLISECONDS = 300

/** One capture: what was asked, what would be made of it, and its own words. */
export function CaptureView({ id }: { id: string }) {
  const cache = useQueryClient()
  const capture = useOperation(
    getCapture,
    { id },
    { refetchInterval: (data) => (data?.state === 'reading' ? LOOK_MILLISECONDS : false) },
  )
  const { data } = capture
  const read = data !== undefined && data.state !== 'reading'
  const review = useOperation(reviewCapture, { id }, { enabled: read })
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: operationKey(getCapture, { id }) })
    void cache.invalidateQueries({ queryKey: operationKey(reviewCapture, { id }) })
  }
  if (capture.isError && !data) return <ErrorState error={capture.error} retry={() => void capture.refetch()} />
  if (!data) return <Skeleton rows={5} label="Loading what you wrote" />
  if (data.deletedAt !== null) return <Deleted id={id} onRestored={refresh} />
  return (
    <>
      <Head capture={data} onChanged={refresh} />
      {!read && <Skeleton rows={4} label="It is kept, and being read" />}
      {read && data.questions.length > 0 && <Questions capture={data} onAnswered={refresh} />}
      {review.isError && !review.data && <ErrorState error={review.error} retry={() => void review.refetch()} />}
      {read && !review.data && !review.isError && <Skeleton rows={4} label="Looking at what it becomes" />}
      {read && review.data && <Diff capture={data} diff={review.data.items} onChanged={refresh} />}
      <details>
        <summary className="text-sm font-semibold">Your own words</summary>
        <p className="sheet mt-2 max-h-80 overflow-y-auto p-3 text-sm whitespace-pre-wrap" tabIndex={0}>
          {data.text}
        </p>
      </details>
    </>
  )
}

function Head({ capture, onChanged }: { capture: Capture; onChanged: () => void }) {
  const ways = useOfferedWays(capture.way)
  const readAgain = useCommand(readCaptureAgain, { onSuccess: onChanged })
  const fresh = capture.origin === 'dump' && capture.items.every(({ accepted }) => !accepted)
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-xl wrap-anywhere">{capture.title}</h2>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-ink-soft">{fullDate(capture.createdAt)}</span>
        {capture.origin === 'plan' ? (
          <Chip accent="lilac">From a prompt</Chip>
        ) : (
          capture.readBy && (
            <Chip accent={capture.readBy === 'model' ? 'lilac' : undefined}>{readByName[capture.readBy]}</Chip>
          )
        )}
        {fresh && (
          <Select
            aria-label="How to read it"
            value={capture.way}
            disabled={capture.state === 'reading'}
            onChange={(event) => readAgain.mutate({ id: capture.id, way: event.target.value as CaptureWay })}
          >
            {ways.map(({ way, label }) => (
              <option key={way} value={way}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </div>
    </div>
  )
}

function Deleted({ id, onRestored }: { id: string; onRestored: () => void }) {
  const restore = useCommand(restoreCapture, { onSuccess: onRestored })
  return (
    <div className="raised flex flex-col items-start gap-3 p-5" data-state="empty">
      <p className="font-head text-lg font-semibold">This capture was deleted.</p>
      <p>It can be restored for 30 days. What was made of it is where it was.</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => restore.mutate({ id })}>
          Restore it
        </Button>
        <Link to="/capture" className={buttonClass()}>
          Write something new
        </Link>
      </div>
    </div>
  )
}
