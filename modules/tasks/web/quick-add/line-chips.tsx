import X from 'lucide-react/icons/x'
import type { Chip } from '#base/quick-add/types.ts'
import { chipIcon, chipWords } from './chip-words.ts'

/** What a line is understood as. Each chip is a button that makes it words of the title again. */
export function LineChips({
  id,
  chips,
  onReject,
}: {
  id: string
  chips: readonly Chip[]
  onReject: (chip: Chip) => void
}) {
  return (
    <ul id={id} aria-label="Understood as" className="flex basis-full flex-wrap gap-1.5">
      {chips.map((chip) => {
        const Icon = chipIcon[chip.kind]
        return (
          <li key={`${chip.kind} ${chip.start}`}>
            <button
              type="button"
              title={`Keep "${chip.text}" in the title`}
              className="inline-flex min-h-7 max-w-64 items-center gap-1 rounded-box border border-line bg-surface px-2 text-xs font-semibold text-ink hover:bg-sunken"
              onClick={() => onReject(chip)}
            >
              <Icon size={12} aria-hidden />
              <span className="truncate">{chipWords(chip)}</span>
              <X size={12} aria-hidden />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
