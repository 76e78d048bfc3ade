import { Link } from '@tanstack/react-router'
import Layers from 'lucide-react/icons/layers'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import type { Briefing, Ritual } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { Card } from './card.tsx'
import { useDayTasks } from './task-commands.ts'
import { usePlan } from './use-plan.ts'

interface SuggestionsProps {
  ritual: Ritual
  briefing: Briefing
  zone: string
}

/** At most three tasks to turn to, each with its reasons. */
export function Suggestions({ ritual, briefing, zone }: SuggestionsProps) {
  const plan = usePlan(ritual, zone)
  const { begin } = useDayTasks()
  return (
    <Card
      title="Suggestions"
      accent="lilac"
      aside={
        <Link to="/swipe" className="flex min-h-8 items-center gap-1 text-sm font-semibold text-on-accent">
          <Layers size={16} aria-hidden /> Swipe run
        </Link>
      }
    >
      {briefing.suggestions.length === 0 && (
        <p className="text-ink-soft">Nothing to suggest: no open task of yours can be begun now.</p>
      )}
      <ul aria-label="Suggested tasks" className="m-0 flex list-none flex-col gap-3 p-0">
        {briefing.suggestions.map(({ task, reasons }) => (
          <li key={task.id} className="flex flex-col gap-2 border-b border-line-soft pb-3 last:border-0 last:pb-0">
            <Link
              to="/tasks/{-$taskId}"
              params={{ taskId: task.id }}
              className="font-medium text-ink no-underline wrap-anywhere hover:underline"
            >
              {task.title}
            </Link>
            <p className="text-sm text-ink-soft">{reasons.join(' · ')}</p>
            <div className="flex flex-wrap gap-2">
              {!plan.has(task.id) && !plan.full && (
                <Button icon={Plus} onClick={() => plan.add(task.id, task.title)}>
                  To today<span className="sr-only"> {task.title}</span>
                </Button>
              )}
              {task.status !== 'doing' && (
                <Button icon={Play} onClick={() => void begin(task)}>
                  Begin<span className="sr-only"> {task.title}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
