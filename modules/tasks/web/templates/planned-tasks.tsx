import Calendar from 'lucide-react/icons/calendar'
import Repeat from 'lucide-react/icons/repeat'
import type { PlannedTask } from '#modules/tasks/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { dayAndTime, dayInWords } from '#ui/format.ts'
import { useMembers } from '../delegation/members.ts'

/** What a template would make: the task, and below it its steps. */
export function PlannedTasks({ items }: { items: PlannedTask[] }) {
  const { me, nameOf } = useMembers()
  /** Whoever has to do with it; who works alone is not named. */
  const peopleOf = ({ ownerId, assignees }: PlannedTask) => {
    const people = new Set([...(ownerId ? [ownerId] : []), ...assignees.map(({ userId }) => userId)])
    return people.size === 1 && people.has(me ?? '') ? [] : [...people]
  }
  return (
    <section aria-label="What will be made" className="rounded-box bg-sunken p-3">
      <p className="mb-2 text-sm font-semibold">What will be made</p>
      <ul className="m-0 flex list-none flex-col gap-1.5 p-0">
        {items.map((item, index) => (
          <li
            key={index}
            className="flex flex-wrap items-center gap-1.5"
            style={{ paddingInlineStart: `${item.depth * 1.25}rem` }}
          >
            <span className={index === 0 ? 'font-semibold wrap-anywhere' : 'wrap-anywhere'}>{item.title}</span>
            {item.startOn && <Chip>from {dayInWords(`${item.startOn}T12:00`)}</Chip>}
            {item.dueAt && (
              <Chip icon={Calendar} accent="yellow">
                due {dueWords(item.dueAt)}
              </Chip>
            )}
            {item.deadlineOn && <Chip accent="orange">by {dayInWords(`${item.deadlineOn}T12:00`)}</Chip>}
            {item.minutes !== null && <Chip>{item.minutes.toLocaleString()} min</Chip>}
            {item.recurrence && <Chip icon={Repeat}>comes again</Chip>}
            {index === 0 && peopleOf(item).map((id) => <Chip key={id}>{nameOf(id)}</Chip>)}
            {item.labels.map((label) => (
              <Chip key={label}>#{label}</Chip>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A day alone is due with its last minute, which nobody needs to read. */
function dueWords(dueAt: string): string {
  const date = new Date(dueAt)
  return date.getHours() === 23 && date.getMinutes() === 59 ? dayInWords(dueAt) : dayAndTime(dueAt)
}
