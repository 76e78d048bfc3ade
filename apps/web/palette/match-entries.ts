import type { Entry } from './entries.ts'
import { fit } from './fit.ts'
import type { Recent } from './recent.ts'

const OPERATIONS_SHOWN = 8
const OTHERS_SHOWN = 8

/** The lines that fit what is typed, the best first in each group; what was chosen last and all pages while nothing is. */
export function matchEntries(entries: readonly Entry[], text: string, recent: readonly Recent[]): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...toRecent(entries, recent), ...entries.filter(isPageOrAction)]
  const found = entries
    .map((entry) => ({ entry, fits: fit(entry.label.toLowerCase(), entry.keywords, words) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => nameFit(b.entry, words) - nameFit(a.entry, words) || b.fits - a.fits)
    .map(({ entry }) => entry)
  return [
    ...found.filter(({ group }) => group === 'Pages').slice(0, OTHERS_SHOWN),
    ...found.filter(({ group }) => group === 'Actions').slice(0, OTHERS_SHOWN),
    ...found.filter(({ group }) => group === 'Operations').slice(0, OPERATIONS_SHOWN),
  ]
}

// Settings are many: they are found by what they are called, and do not stand in the way of the places.
function isPageOrAction({ group, id }: Entry): boolean {
  return (group === 'Pages' || group === 'Actions') && !id.startsWith('pane ')
}

// Who types the name of an operation means that one, not the longer ones that begin like it.
function nameFit({ operation }: Entry, words: string[]): number {
  return operation && words.includes(operation.name) ? 1 : 0
}

// A line that is still there says what it says now; a record is shown as it was.
function toRecent(entries: readonly Entry[], recent: readonly Recent[]): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return recent.flatMap((choice): Entry[] => {
    const entry = byId.get(choice.id)
    if (entry) return [{ ...entry, id: `recent ${entry.id}`, group: 'Recent' }]
    return choice.path ? [{ ...choice, id: `recent ${choice.id}`, group: 'Recent', keywords: '' }] : []
  })
}
