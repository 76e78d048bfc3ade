import { listApprovals } from '#kernel/builtin/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ApprovalCard } from './approval-card.tsx'

/** Requests lapse by themselves, and nothing is told of that. */
const LOOK_MILLISECONDS = 20_000

/** The requests that wait for an answer. */
export function WaitingApprovals() {
  const waiting = useOperation(listApprovals, { state: 'waiting' }, { refetchInterval: LOOK_MILLISECONDS })
  return (
    <Section
      title="Waiting for you"
      hint="An assistant asks before it changes something. What you allow is done once, exactly as it stands here."
    >
      {waiting.isPending && <Skeleton rows={1} label="Loading the requests" />}
      {waiting.isError && <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />}
      {waiting.data?.items.length === 0 && <p data-state="empty">Nothing waits for you.</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {waiting.data?.items.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} />
        ))}
      </ul>
    </Section>
  )
}
