import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import Layers from 'lucide-react/icons/layers'
import { listCards } from '#modules/day/contract.ts'
import { buttonClass } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { SwipeCard } from './swipe-card.tsx'

const AHEAD = 50

/** Tasks to decide on, one card at a time. */
export function Page() {
  const cards = useOperation(listCards, { limit: AHEAD })
  const [later, setLater] = useState<readonly string[]>([])
  const left = (cards.data?.items ?? []).filter(({ task }) => !later.includes(task.id))
  const card = left[0]
  return (
    <>
      <PageHead
        title="Swipe run"
        accent="lilac"
        aside={
          card && (
            <span className="pb-1 text-sm font-semibold tabular-nums">
              {left.length}
              {cards.data?.next ? ' and more' : ''} to decide
            </span>
          )
        }
      />
      {cards.isPending && <Skeleton rows={3} label="Laying out the cards" />}
      {cards.isError && !cards.data && <ErrorState error={cards.error} retry={() => void cards.refetch()} />}
      {cards.data && !card && (
        <EmptyState
          icon={Layers}
          accent="lilac"
          title={later.length > 0 ? 'All others can be decided another time.' : 'Nothing waits for a decision.'}
          action={
            <Link to="/today" className={buttonClass()}>
              Go to today
            </Link>
          }
          example="New tasks and those marked as next come here, one card at a time."
        />
      )}
      {card && (
        <SwipeCard key={card.task.id} card={card} onLater={() => setLater((before) => [...before, card.task.id])} />
      )}
    </>
  )
}
