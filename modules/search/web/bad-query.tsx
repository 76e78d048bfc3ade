import type { ProblemError } from '#client/problem-error.ts'
import { Button } from '#ui/button.tsx'
import { readFault } from './read-fault.ts'

/** A search that cannot be read: the place underlined, what is wrong, and the way to mend it. */
export function BadQuery({ q, error, onQuery }: { q: string; error: ProblemError; onQuery: (q: string) => void }) {
  const fault = readFault(q, error)
  const end = fault.position + fault.length
  const mended = fault.suggestion === undefined ? null : q.slice(0, fault.position) + fault.suggestion + q.slice(end)
  return (
    <div className="p-4 md:p-6" data-state="error">
      <div role="alert" className="raised mx-auto flex max-w-140 flex-col items-start gap-3 p-5">
        <p className="font-head text-lg font-semibold">{fault.message}</p>
        <p className="w-full overflow-x-auto rounded-box bg-sunken p-3 font-mono break-words whitespace-pre-wrap">
          {q.slice(0, fault.position)}
          <span className="border-b-4 border-red bg-red/25 font-bold" aria-label="Here is the fault:">
            {q.slice(fault.position, end) || ' '}
          </span>
          {q.slice(end)}
        </p>
        {mended !== null && (
          <Button look="primary" onClick={() => onQuery(mended)}>
            Search for {mended}
          </Button>
        )}
        {error.problem.remedy && <p className="text-sm text-ink-soft">{error.problem.remedy}</p>}
      </div>
    </div>
  )
}
