import { useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { listTasks, type Task } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { useCursorList, type CursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { useRowKeys } from '../views/use-row-keys.ts'
import { ViewRow } from '../views/view-row.tsx'
import { WideView } from '../views/wide-view.tsx'
import { quadrants, type Quadrant } from './quadrants.ts'

/** Eisenhower's matrix: four filters beside each other, by what matters and what is soon. */
export function Matrix({ view }: { view: TasksView }) {
  const place = useRef<HTMLDivElement>(null)
  const lists = [
    useQuadrant(quadrants[0]),
    useQuadrant(quadrants[1]),
    useQuadrant(quadrants[2]),
    useQuadrant(quadrants[3]),
  ]
  const tasks = lists.flatMap(({ items }) => items)
  const { tick } = useRowKeys(place, view, (id) => tasks.find((task) => task.id === id))
  return (
    <WideView view={view}>
      <div ref={place} className="min-h-0 flex-1 overflow-y-auto bg-paper p-4 max-md:p-3">
        <div className="grid gap-4 md:h-full md:grid-cols-2 md:grid-rows-2">
          {quadrants.map((quadrant, index) => (
            <QuadrantPart key={quadrant.name} quadrant={quadrant} list={lists[index]!} view={view} onTick={tick} />
          ))}
        </div>
      </div>
    </WideView>
  )
}

const useQuadrant = ({ q }: Quadrant) => useCursorList<Task>(listTasks, { view: 'open', sort: 'due', q })

const accents: Accent[] = ['red', 'lilac', 'yellow', 'green']

interface QuadrantPartProps {
  quadrant: Quadrant
  list: CursorList<Task>
  view: TasksView
  onTick: (task: Task) => void
}

function QuadrantPart({ quadrant: { name, hint, q }, list, view, onTick }: QuadrantPartProps) {
  const accent = accents[quadrants.findIndex((quadrant) => quadrant.name === name)]!
  const search = toSearch(view)
  return (
    <section aria-label={name} className="sheet flex min-h-0 flex-col overflow-hidden">
      <header
        className={classNames(
          'flex items-baseline gap-3 border-b-(length:--border) border-line px-4 py-2 text-on-accent',
          accentBackground(accent),
        )}
      >
        <h2 className="text-base">{name}</h2>
        <p className="min-w-0 flex-1 truncate text-sm">{hint}</p>
        <Link
          to="/tasks"
          search={{ q, sort: 'due' }}
          className="shrink-0 text-sm text-on-accent"
          aria-label={`${name} as a list`}
        >
          As a list
        </Link>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.loading && <Skeleton rows={2} label={`Loading ${name}`} />}
        {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
        {!list.loading && !list.error && list.items.length === 0 && (
          <p className="p-4 text-sm text-ink-soft">Nothing here.</p>
        )}
        {list.items.map((task) => (
          <ViewRow
            key={task.id}
            task={task}
            open={task.id === view.taskId}
            search={search}
            onTick={() => onTick(task)}
          />
        ))}
        {list.hasMore && (
          <Button className="m-3" onClick={list.loadMore} disabled={list.loadingMore}>
            Show more
          </Button>
        )}
      </div>
    </section>
  )
}
