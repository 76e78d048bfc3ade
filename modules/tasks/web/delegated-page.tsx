import { Link, useSearch } from '@tanstack/react-router'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import { listDelegations, type Delegation } from '#modules/tasks/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Agents } from './delegation/agents.tsx'
import { DelegationCard } from './delegation/delegation-card.tsx'

const sides = [
  ['received', 'Given to me'],
  ['given', 'Given by me'],
  ['agents', 'Agents'],
] as const

/** What one was given, what one gave away, and the agents that work can be given to. */
export function Page() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const side = sides.find(([name]) => name === search.side)?.[0] ?? 'received'
  return (
    <>
      <PageHead title="Delegated" accent="lilac">
        <Tabs
          label="Sides of delegation"
          to="/delegated"
          tabs={sides.map(([name, label]) => ({
            label,
            search: name === 'received' ? {} : { side: name },
            active: name === side,
          }))}
        />
      </PageHead>
      <Column>{side === 'agents' ? <Agents /> : <Delegations key={side} side={side} />}</Column>
    </>
  )
}

function Delegations({ side }: { side: 'received' | 'given' }) {
  const list = useCursorList<Delegation>(listDelegations, { side })
  const open = list.items.filter(isOpen)
  const over = list.items.filter((each) => !isOpen(each))
  return (
    <>
      {list.loading && <Skeleton rows={3} label="Loading what is delegated" />}
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.items.length === 0 && (
        <EmptyState
          icon={ArrowRightLeft}
          accent="lilac"
          title={side === 'received' ? 'Nobody has given you a task.' : 'You have given no task away.'}
          action={
            <Link to="/tasks" className={buttonClass('primary')}>
              Go to the tasks
            </Link>
          }
          example="Open a task and press “Delegate”: to a person, or to an agent."
        />
      )}
      <Cards label="Still open" items={open} />
      {over.length > 0 && <h2 className="text-lg">Lately</h2>}
      <Cards label="Lately" items={over} />
      {list.hasMore && (
        <Button className="self-center" disabled={list.loadingMore} onClick={list.loadMore}>
          Show more
        </Button>
      )}
    </>
  )
}

function Cards({ label, items }: { label: string; items: Delegation[] }) {
  if (items.length === 0) return null
  return (
    <ul aria-label={label} className="m-0 flex list-none flex-col gap-3 p-0">
      {items.map((delegation) => (
        <DelegationCard key={delegation.id} delegation={delegation} titled />
      ))}
    </ul>
  )
}

const isOpen = ({ state }: Delegation) => state === 'pending' || state === 'in-progress'
