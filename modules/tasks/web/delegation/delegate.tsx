import { useState } from 'react'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import { Link } from '@tanstack/react-router'
import { listDelegations, type Delegation, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Section } from '#ui/section.tsx'
import { PrpButton } from '../prp/prp-button.tsx'
import { DelegateForm } from './delegate-form.tsx'
import { DelegationCard } from './delegation-card.tsx'

/** How many that are over a task shows. */
const PAST = 3

/** Who was asked to do a task, and a way to give it away. */
export function Delegate({ task }: { task: Task }) {
  const list = useCursorList<Delegation>(listDelegations, { taskId: task.id })
  const [giving, setGiving] = useState(false)
  const open = list.items.filter(({ state }) => state === 'pending' || state === 'in-progress')
  const over = list.items.filter((each) => !open.includes(each)).slice(0, PAST)
  const closed = task.deletedAt !== null || task.status === 'done' || task.status === 'dropped'
  useShortcuts({ 'tasks.delegate': () => setGiving(true) }, !closed)
  return (
    <Section title="Delegation" {...(list.items.length === 0 && { hint: 'Nobody was asked to do it.' })}>
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {list.items.length > 0 && (
        <ul aria-label="Who was asked" className="m-0 flex list-none flex-col gap-2 p-0">
          {[...open, ...over].map((delegation) => (
            <DelegationCard key={delegation.id} delegation={delegation} />
          ))}
        </ul>
      )}
      {!closed && giving && <DelegateForm task={task} onGiven={() => setGiving(false)} />}
      <div className="flex flex-wrap items-center gap-3">
        {!closed && !giving && (
          <Button icon={ArrowRightLeft} onClick={() => setGiving(true)}>
            Delegate
          </Button>
        )}
        {!task.deletedAt && <PrpButton task={task} />}
        <Link to="/delegated" className="text-sm">
          All that is delegated
        </Link>
      </div>
    </Section>
  )
}
