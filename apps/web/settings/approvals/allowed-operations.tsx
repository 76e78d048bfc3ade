import { listAllowedOperations } from '#kernel/builtin/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useDisallow } from './use-decide.ts'

/** What assistants may do for this person without asking. */
export function AllowedOperations() {
  const allowed = useOperation(listAllowedOperations, {})
  const disallow = useDisallow()
  return (
    <Section title="Allowed without asking">
      {allowed.isPending && <Skeleton rows={1} label="Loading what is allowed" />}
      {allowed.isError && <ErrorState error={allowed.error} retry={() => void allowed.refetch()} />}
      {allowed.data?.items.length === 0 && <p data-state="empty">Assistants ask before every change.</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {allowed.data?.items.map(({ operation, summary, since }) => (
          <li key={operation} className="sheet flex flex-wrap items-center gap-3 p-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold break-words">{summary}</p>
              <p className="text-sm text-ink-soft">
                <code className="font-mono">{operation}</code>, since {shortDate(since)}
              </p>
            </div>
            <Button disabled={disallow.isPending} onClick={() => disallow.mutate({ operation })}>
              Ask again<span className="sr-only"> before {operation}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
