import { useRef, useState } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import ListIndentDecrease from 'lucide-react/icons/list-indent-decrease'
import ListIndentIncrease from 'lucide-react/icons/list-indent-increase'
import Plus from 'lucide-react/icons/plus'
import type { Branch } from '#modules/tasks/contract.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { RowLink } from '#ui/row-link.tsx'
import { toPath } from '#ui/to-link.ts'
import { useProjects } from '../projects.ts'
import { Facts } from '../views/facts.tsx'
import { useDragged, useDropped } from '../views/use-drag.ts'
import { AddBelow } from './add-below.tsx'
import { useTreeActions } from './tree-context.ts'

interface BranchRowProps {
  branch: Branch
  parentId: string | null
  depth: number
}

const BRANCH = 'application/x-daybook-branch'
const STEP = 6
/** Dropped on the lower part of a row, a task goes after it; else under it. */
const LOWER_PART = 0.7

/** A task of the tree: a fold, a box to tick, its title, and buttons to move it. */
export function BranchRow({ branch: { task, children, done }, parentId, depth }: BranchRowProps) {
  const tree = useTreeActions()
  const { byId } = useProjects()
  const place = useRef<HTMLDivElement>(null)
  const [adding, setAdding] = useState(false)
  const [over, setOver] = useState<'under' | 'after' | null>(null)
  const unfolded = tree.isUnfolded(task.id)
  const open = task.id === tree.openId
  const ended = task.status === 'done' || task.status === 'dropped'
  // Beside a top there is no order to go into.
  const partOf = (share: number) => (parentId !== null && share > LOWER_PART ? 'after' : 'under')
  useDragged(place, BRANCH, task.id)
  useDropped(place, BRANCH, {
    onOver: (share) => setOver(share === null ? null : partOf(share)),
    onDrop: (id, share) => {
      if (id === task.id) return
      if (partOf(share) === 'after') tree.put(id, parentId, task.id)
      else tree.put(id, task.id)
    },
  })
  return (
    <>
      <div
        ref={place}
        data-task={task.id}
        data-parent={parentId ?? ''}
        data-branch={children > 0 ? '' : undefined}
        className={classNames(
          'flex min-h-12 flex-wrap items-center gap-x-2 border-b border-line-soft pr-2',
          open ? 'bg-green text-on-accent' : 'hover:bg-sunken',
          over === 'under' && 'bg-sunken outline-2 -outline-offset-2 outline-line outline-dashed',
          over === 'after' && 'border-b-4 border-b-line',
        )}
        // A phone has no room for seven steps to the right.
        style={{ paddingLeft: `calc(8px + ${depth} * clamp(12px, 2vw, 28px))` }}
      >
        {children > 0 ? (
          <IconButton
            quiet
            onAccent={open}
            label={`${unfolded ? 'Fold' : 'Unfold'} ${task.title}`}
            aria-expanded={unfolded}
            icon={unfolded ? ChevronDown : ChevronRight}
            onClick={() => tree.fold(task.id, !unfolded)}
          />
        ) : (
          <span className="size-9 shrink-0" />
        )}
        <CheckBox
          aria-label={`${ended ? 'Open again' : 'Complete'}: ${task.title}`}
          checked={task.status === 'done'}
          onChange={() => tree.tick(task)}
        />
        <RowLink
          path={toPath(`/tasks/${task.id}`, tree.search)}
          open={open}
          draggable={false}
          className={classNames(
            'min-w-40 flex-1 flex-col justify-center gap-1 px-2 py-2',
            open ? 'text-on-accent' : 'text-ink',
          )}
        >
          <span className="flex items-baseline gap-3">
            <span className={classNames('min-w-0 font-medium wrap-anywhere', ended && 'line-through')}>
              {task.title}
            </span>
            {children > 0 && (
              <span className="shrink-0 font-mono text-xs tabular-nums">
                {done} of {children} done
              </span>
            )}
          </span>
          <Facts task={task} project={task.projectId ? byId.get(task.projectId) : undefined} status={!ended} />
        </RowLink>
        <span className="ml-auto flex items-center">
          <RowButtons id={task.id} title={task.title} top={parentId === null} open={open} />
          {task.level < STEP && (
            <IconButton
              quiet
              onAccent={open}
              label={`Add below ${task.title}`}
              icon={Plus}
              onClick={() => setAdding(true)}
            />
          )}
        </span>
      </div>
      {adding && (
        <AddBelow
          parent={task}
          onDone={(id) => {
            if (id) tree.fold(task.id, true)
            else setAdding(false)
          }}
        />
      )}
    </>
  )
}

interface RowButtonsProps {
  id: string
  title: string
  top: boolean
  open: boolean
}

function RowButtons({ id, title, top, open }: RowButtonsProps) {
  const { move } = useTreeActions()
  return (
    <>
      {!top && (
        <>
          <IconButton
            quiet
            onAccent={open}
            label={`Move up: ${title}`}
            action="tasks.move-up"
            icon={ArrowUp}
            onClick={() => move(id, 'up')}
          />
          <IconButton
            quiet
            onAccent={open}
            label={`Move down: ${title}`}
            action="tasks.move-down"
            icon={ArrowDown}
            onClick={() => move(id, 'down')}
          />
          <IconButton
            quiet
            onAccent={open}
            label={`One level out: ${title}`}
            action="tasks.move-left"
            icon={ListIndentDecrease}
            onClick={() => move(id, 'out')}
          />
        </>
      )}
      <IconButton
        quiet
        onAccent={open}
        label={`One level in: ${title}`}
        action="tasks.move-right"
        icon={ListIndentIncrease}
        onClick={() => move(id, 'in')}
      />
    </>
  )
}
