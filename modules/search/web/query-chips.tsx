import { useMemo } from 'react'
import X from 'lucide-react/icons/x'
import { describeChips, type Chip } from '#base/query/describe-chips.ts'
import { parseQuery } from '#base/query/parse-query.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import { searchFields } from '../fields.ts'

/** How a search was understood, a chip a condition; a click takes the condition out. */
export function QueryChips({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const chips = useMemo(() => readChips(text), [text])
  if (!chips.some((chip) => chip.kind !== 'text' || chip.negated)) return null
  return (
    <ul aria-label="How this search was understood" className="m-0 flex list-none flex-wrap gap-1.5 p-0">
      {chips.map((chip) => (
        <li key={chip.position}>
          <button
            type="button"
            aria-label={`Take out ${nameOf(chip)}`}
            onClick={() => onChange(without(text, chip))}
            className={classNames(
              'inline-flex min-h-7 items-center gap-1.5 rounded-box border border-line px-2 text-sm font-semibold text-on-accent',
              accentBackground(chip.negated ? 'pink' : chip.kind === 'text' ? 'yellow' : 'green'),
            )}
          >
            {nameOf(chip)} <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

// What cannot be read yet is still being typed; the answer of the search says what is wrong with it.
function readChips(text: string): Chip[] {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const result = parseQuery(text, { fields: searchFields, now: Date.now(), timeZone })
  return result.ok ? describeChips(result.query) : []
}

function nameOf({ name, value, negated }: Chip): string {
  return `${negated ? 'not ' : ''}${name ? `${name}: ` : ''}${value}`
}

function without(text: string, { position, length }: Chip): string {
  return `${text.slice(0, position)}${text.slice(position + length)}`.replace(/\s+/g, ' ').trim()
}
