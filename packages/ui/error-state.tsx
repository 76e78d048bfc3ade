import RotateCw from 'lucide-react/icons/rotate-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { ProblemError } from '#client/problem-error.ts'
import { Button } from './button.tsx'

/** What a page shows when it could not be read: what happened, what to do, the request's id, another try. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <div className="p-4 md:p-6" data-state="error">
      <div role="alert" className="raised mx-auto flex max-w-140 flex-col items-start gap-3 p-5">
        <p className="flex items-center gap-2 rounded-box bg-red px-2 py-1 text-sm font-semibold text-on-accent">
          <TriangleAlert size={18} aria-hidden /> This did not work
        </p>
        <p className="font-head text-lg font-semibold">{problem?.detail ?? 'Something broke on this page.'}</p>
        <p>
          {problem?.remedy ??
            (problem?.retryable === false ? 'Go back and try another way.' : 'Try again in a moment.')}
        </p>
        {retry && (
          <Button look="primary" icon={RotateCw} onClick={retry}>
            Try again
          </Button>
        )}
        {problem?.requestId ? (
          <p className="text-sm text-ink-soft">
            When you report this, quote request <code className="font-mono select-all">{problem.requestId}</code>
          </p>
        ) : (
          !problem && <p className="font-mono text-sm text-ink-soft">{String(error)}</p>
        )}
      </div>
    </div>
  )
}
