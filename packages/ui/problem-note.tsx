import { useEffect, useRef } from 'react'
import { ProblemError } from '#client/problem-error.ts'

/** What went wrong with a form, right where it was sent: the sentence, what to do, the request to quote. */
export function ProblemNote({ error }: { error: unknown }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  const problem = error instanceof ProblemError ? error.problem : null
  // What is listed below is what to mend.
  const faults = problem?.errors ?? []
  return (
    <div
      ref={note}
      role="alert"
      data-state="error"
      className="rounded-box border-2 border-line bg-red p-3 text-sm text-on-accent"
    >
      <p className="font-semibold">{problem?.detail ?? 'Something broke on this page.'}</p>
      {faults
        .filter(({ message }) => !problem?.detail.endsWith(message))
        .map(({ pointer, message }) => (
          <p key={pointer + message}>{message}</p>
        ))}
      {problem?.remedy && faults.length === 0 && <p>{problem.remedy}</p>}
      {problem && problem.status >= 500 && (
        <p>
          Request <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}
