import { useState } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { Suggestion } from '#modules/day/contract.ts'
import { listMembers } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { dayInWords } from '#ui/format.ts'
import { Kbd } from '#ui/kbd.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import { HandOn } from './hand-on.tsx'
import { useDrag } from './use-drag.ts'
import { useSwipe, type Direction } from './use-swipe.ts'

interface SwipeCardProps {
  card: Suggestion
  onLater: () => void
}

/** One task: drag it, press a button or a key. */
export function SwipeCard({ card: { task, reasons }, onLater }: SwipeCardProps) {
  const { swipe, handTo } = useSwipe()
  const members = useOperation(listMembers, { limit: 200 })
  const [asking, setAsking] = useState(false)
  // Alone in a workspace there is nobody to hand a task to.
  const decide = (direction: Direction) => {
    if (direction === 'up' && (members.data?.items.length ?? 0) > 1) setAsking(true)
    else void swipe(task, direction)
  }
  const { drag, handlers } = useDrag(decide)
  useShortcuts(
    {
      'day.swipe-left': () => decide('left'),
      'day.swipe-up': () => decide('up'),
      'day.swipe-right': () => decide('right'),
      'day.swipe-later': onLater,
    },
    !asking,
  )
  return (
    <div className="mx-auto flex max-w-140 flex-col gap-6 overflow-hidden p-4 md:p-8">
      <article
        aria-label={task.title}
        {...handlers}
        style={{ transform: `translate(${drag.x}px, ${drag.y}px) rotate(${drag.x / 40}deg)` }}
        className={classNames(
          'raised flex min-h-60 cursor-grab touch-none flex-col gap-3 p-5 select-none active:cursor-grabbing',
          drag.towards === 'left' && 'bg-pink text-on-accent',
          drag.towards === 'up' && 'bg-orange text-on-accent',
          drag.towards === 'right' && 'bg-green text-on-accent',
        )}
      >
        <h2 className="text-xl wrap-anywhere">{task.title}</h2>
        {task.notes && <p className="line-clamp-4 wrap-anywhere">{task.notes}</p>}
        <p className="mt-auto flex flex-wrap gap-1.5">
          {task.dueAt && <Chip accent="yellow">due {dayInWords(task.dueAt)}</Chip>}
          {task.labels.map((label) => (
            <Chip key={label}>#{label}</Chip>
          ))}
          <Chip>Added {dayInWords(task.createdAt)}</Chip>
        </p>
        {reasons.length > 0 && <p className="text-sm">{reasons.join(' · ')}</p>}
      </article>
      <div className="grid grid-cols-3 gap-3">
        <Choice action="day.swipe-left" icon={ArrowLeft} label="Let go" onClick={() => decide('left')} />
        <Choice action="day.swipe-up" icon={ArrowUp} label="Hand on" onClick={() => decide('up')} />
        <Choice action="day.swipe-right" icon={ArrowRight} label="Do it" onClick={() => decide('right')} />
      </div>
      <div className="flex justify-center">
        <Choice action="day.swipe-later" icon={ArrowDown} label="Another time" onClick={onLater} />
      </div>
      {asking && (
        <HandOn
          members={members.data?.items ?? []}
          onClose={() => setAsking(false)}
          onChoose={(member) => {
            setAsking(false)
            void (member ? handTo(task, member.id, member.name) : swipe(task, 'up'))
          }}
        />
      )}
    </div>
  )
}

interface ChoiceProps {
  action: string
  icon: typeof ArrowLeft
  label: string
  onClick: () => void
}

function Choice({ action, icon, label, onClick }: ChoiceProps) {
  const keys = useKeysOf(action)
  return (
    <Button icon={icon} className="min-h-12" onClick={onClick}>
      {label}
      {keys && !arrows.has(keys) && (
        <span aria-hidden className="extra max-md:hidden">
          <Kbd keys={keys} />
        </span>
      )}
    </Button>
  )
}

// The picture says these already.
const arrows = new Set(['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'])
