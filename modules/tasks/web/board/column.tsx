import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import type { BoardColumn, Task, TaskStatus } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useProjects } from '../projects.ts'
import { statusAccent, statusName } from '../words.ts'
import { useDropped } from '../views/use-drag.ts'
import { Card, CARD } from './card.tsx'
import { LimitForm } from './limit-form.tsx'

interface ColumnProps {
  column: BoardColumn
  /** On a phone one column is shown at a time. */
  shown: boolean
  before: TaskStatus | undefined
  after: TaskStatus | undefined
  openId: string | undefined
  search: Record<string, string | undefined>
  onMove: (task: Task, status: TaskStatus) => void
  onDrop: (id: string) => void
  onComplete: (task: Task) => void
  onLimit: () => void
  showMore: (() => void) | null
}

/** One column of the board: how many, how many are wanted at most, and the cards. */
export function Column(props: ColumnProps) {
  const { column, shown, before, after, openId, search, onMove, onDrop, onComplete, onLimit, showMore } = props
  const { status, count, more, wipLimit, items } = column
  const { byId } = useProjects()
  const place = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  const [setting, setSetting] = useState(false)
  const name = statusName[status]
  const tooMany = wipLimit !== null && count > wipLimit
  useDropped(place, CARD, { onOver: (share) => setOver(share !== null), onDrop })
  return (
    <section
      ref={place}
      aria-label={name}
      data-column={status}
      className={classNames('flex min-w-52 flex-1 flex-col gap-3 self-stretch md:max-w-100', !shown && 'max-md:hidden')}
    >
      <header
        className={classNames(
          'flex min-h-12 items-center gap-2 rounded-box border-(length:--border) border-line px-3 text-on-accent',
          tooMany ? 'bg-red' : accentBackground(statusAccent[status]),
        )}
      >
        <h2 tabIndex={-1} className="flex-1 text-base">
          {name}
        </h2>
        <span className="font-mono text-sm font-semibold tabular-nums">
          {more ? `${count}+` : count}
          {wipLimit !== null && ` of ${wipLimit}`}
        </span>
        {status !== 'done' && (
          <IconButton
            quiet
            onAccent
            label={`How many in ${name}`}
            icon={SlidersHorizontal}
            aria-expanded={setting}
            onClick={() => setSetting(!setting)}
          />
        )}
      </header>
      {setting && status !== 'done' && (
        <LimitForm
          status={status as 'next'}
          limit={wipLimit}
          onDone={() => {
            setSetting(false)
            onLimit()
          }}
        />
      )}
      {tooMany && (
        <p className="text-sm font-semibold">
          {count - wipLimit} more than you wanted here. Finish one before the next?
        </p>
      )}
      <ul
        aria-label={`Tasks in ${name}`}
        className={classNames(
          'm-0 flex min-h-24 flex-1 list-none flex-col gap-3 rounded-box border-2 border-dashed p-1',
          over ? 'border-line bg-sunken' : 'border-transparent',
        )}
      >
        {items.map((task) => (
          <Card
            key={task.id}
            task={task}
            project={task.projectId ? byId.get(task.projectId) : undefined}
            open={task.id === openId}
            search={search}
            before={before}
            after={after}
            onMove={(to) => onMove(task, to)}
            onComplete={() => onComplete(task)}
          />
        ))}
        {items.length === 0 && <li className="p-3 text-sm text-ink-soft">Nothing here.</li>}
      </ul>
      {column.next && (showMore ? <Button onClick={showMore}>Show more</Button> : <Rest status={status} />)}
    </section>
  )
}

function Rest({ status }: { status: TaskStatus }) {
  return (
    <Link to="/tasks" search={{ q: `status:${status} sort:-priority` }} className="p-2 text-sm">
      See all of them as a list
    </Link>
  )
}
