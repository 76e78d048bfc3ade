import { Link } from '@tanstack/react-router'
import { ProblemError } from '#client/problem-error.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { LinkCommand } from '../parts/link-command.tsx'

/** A one-time link that did not open: worn, or not reached. */
export function LinkFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null
  const worn = problem?.code === 'link-not-valid'
  return (
    <div role="alert" data-state="error" className="flex flex-col gap-4">
      <h1 className="text-xl">{worn ? 'This link has done its work' : 'The link could not be opened'}</h1>
      <p>{problem?.detail ?? 'Something broke on this page'}. Links work once and for ten minutes.</p>
      {worn ? (
        <>
          <p>Ask for a new one where Daybook runs:</p>
          <LinkCommand />
          <Link to="/sign-in" className={buttonClass('plain', 'self-start')} reloadDocument>
            Sign in another way
          </Link>
        </>
      ) : (
        <>
          {problem?.remedy && <p>{problem.remedy}</p>}
          <Button look="primary" className="self-start" onClick={retry}>
            Try again
          </Button>
        </>
      )}
      {problem?.requestId && (
        <p className="text-sm text-ink-soft">
          Request <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}
