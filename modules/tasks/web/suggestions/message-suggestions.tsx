import { SuggestionCard } from './suggestion-card.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** The tasks that a message suggests, beside it. */
export function RecordOffer({ kind, id }: { kind: string; id: string }) {
  return kind === 'mail.message' ? <OfMessage id={id} /> : null
}

function OfMessage({ id }: { id: string }) {
  const suggestions = useSuggestions()
  const found = suggestions.items.filter(({ messageId }) => messageId === id)
  if (found.length === 0) return null
  return (
    <section aria-label="Suggested tasks" className="flex flex-col gap-3 rounded-box bg-sunken p-3">
      <p className="text-sm font-semibold">A task?</p>
      {found.map((suggestion) => (
        <SuggestionCard key={suggestion.id} suggestion={suggestion} suggestions={suggestions} />
      ))}
    </section>
  )
}
