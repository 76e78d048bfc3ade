import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** The tasks that a message suggests, beside it, unless one wants no prompts. */
export function RecordOffer({ kind, id }: { kind: string; id: string }) {
  const prompts = useGamesAndPrompts()
  return kind === 'mail.message' && prompts ? <OfMessage id={id} /> : null
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
