import { ProblemError } from '#client/problem-error.ts'

/** What went wrong with a form, right where it was sent: the sentence, what to do, the request to quote. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error) return null
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <div role="alert" data-state="error" className="rounded-box border-2 border-line bg-red p-3 text-sm text-on-accent">
      <p className="font-semibold">{problem?.detail ?? 'Something broke on this page.'}</p>
      {problem?.errors
        ?.filter(({ message }) => message !== problem.detail)
        .map(({ pointer, message }) => (
          <p key={pointer + message}>{message}</p>
        ))}
      {problem?.remedy && <p>{problem.remedy}</p>}
      {problem && problem.status >= 500 && (
        <p>
          Request <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}
