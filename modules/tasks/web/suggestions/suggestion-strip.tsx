import { useState } from 'react'
import Sparkle from 'lucide-react/icons/sparkle'
import { Button } from '#ui/button.tsx'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** What mail suggests to do, above the tasks, unless one wants no prompts. */
export function SuggestionStrip() {
  return useGamesAndPrompts() ? <Suggestions /> : null
}

/** The newest, and the others when one asks. */
function Suggestions() {
  const suggestions = useSuggestions()
  const [all, setAll] = useState(false)
  const { items, hasMore, loadMore } = suggestions
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, 1)
  return (
    <section
      aria-label="Suggested by your mail"
      className="flex max-h-[45%] shrink-0 flex-col gap-3 overflow-y-auto border-b-(length:--border) border-line bg-sunken p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="flex items-center gap-2 font-sans text-sm font-semibold tracking-normal">
          <Sparkle size={16} aria-hidden /> Suggested by your mail
        </h2>
        {items.length > 1 && (
          <Button className="min-h-8" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${items.length.toLocaleString()}${hasMore ? '+' : ''}`}
          </Button>
        )}
      </div>
      <ul className="m-0 flex list-none flex-col gap-4 p-0">
        {shown.map((suggestion) => (
          <li key={suggestion.id}>
            <SuggestionCard suggestion={suggestion} suggestions={suggestions} linked />
          </li>
        ))}
      </ul>
      {all && hasMore && (
        <Button className="self-center" onClick={loadMore}>
          Show older
        </Button>
      )}
    </section>
  )
}
