import { Link } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import type { SuggestedTask } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { dayInWords } from '#ui/format.ts'
import type { useSuggestions } from './use-suggestions.ts'

interface SuggestionCardProps {
  suggestion: SuggestedTask
  suggestions: ReturnType<typeof useSuggestions>
  /** Whether it says which message it comes from: beside the message nobody need be told. */
  linked?: boolean
}

/** A task that a message suggests, with the sentence it was found in. */
export function SuggestionCard({ suggestion, suggestions, linked }: SuggestionCardProps) {
  const { title, quote, dueOn, messageId } = suggestion
  const of = <span className="sr-only">: {title}</span>
  return (
    <article aria-label={`Suggested: ${title}`} className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 font-semibold break-words">{title}</span>
        {dueOn && (
          <Chip accent="yellow">
            {/* Noon, so that the day is the same in every time zone. */}
            by {dayInWords(`${dueOn}T12:00`)}
          </Chip>
        )}
      </p>
      <p className="line-clamp-2 text-sm break-words text-ink-soft">“{quote}”</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button icon={Plus} onClick={() => void suggestions.approve(suggestion)}>
          Make the task{of}
        </Button>
        <Button onClick={() => void suggestions.dismiss(suggestion)}>Dismiss{of}</Button>
        {linked && (
          <Link
            to="/messages/$messageId"
            params={{ messageId }}
            className="inline-flex min-h-9 items-center px-1 text-sm font-semibold"
          >
            Read the message<span className="sr-only"> that suggests: {title}</span>
          </Link>
        )}
      </div>
    </article>
  )
}
