import Calendar from 'lucide-react/icons/calendar'
import Hourglass from 'lucide-react/icons/hourglass'
import type { Project, Task } from '#modules/tasks/contract.ts'
import { toAccent } from '#ui/accent.ts'
import { Chip } from '#ui/chip.tsx'
import { dayInWords, fullDate } from '#ui/format.ts'
import { priorityName, statusAccent, statusName } from '../words.ts'

interface FactsProps {
  task: Task
  project: Project | undefined
  /** Its status too, where the place does not say it. */
  status?: boolean
  /** Without the day, where the place says it. */
  dateless?: boolean
}

/** What is known of a task, in chips; nothing where there is nothing to say. */
export function Facts({ task, project, status, dateless }: FactsProps) {
  const facts = [
    status && task.status !== 'inbox' && (
      <Chip key="status" accent={statusAccent[task.status]}>
        {statusName[task.status]}
      </Chip>
    ),
    task.priority > 0 && (
      <Chip key="priority" accent={task.priority === 3 ? 'red' : undefined}>
        {priorityName[task.priority]}
      </Chip>
    ),
    task.blocked && (
      <Chip key="blocked" icon={Hourglass}>
        waits
      </Chip>
    ),
    !dateless && task.dueAt && (
      <Chip key="due" icon={Calendar} accent="yellow">
        <span title={fullDate(task.dueAt)}>due {dayInWords(task.dueAt)}</span>
      </Chip>
    ),
    project && (
      <Chip key="project" accent={toAccent(project.color, project.name)}>
        {project.name}
      </Chip>
    ),
    ...task.labels.map((label) => <Chip key={`#${label}`}>#{label}</Chip>),
  ].filter(Boolean)
  if (facts.length === 0) return null
  return <span className="flex flex-wrap items-center gap-1.5">{facts}</span>
}
