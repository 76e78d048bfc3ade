import type { Figure } from '#modules/insights/contract.ts'
import { countOf } from '#ui/format.ts'
import { valueInWords } from './words.ts'

/** Figures, each with what it means and how many tasks it is made of. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2">
      {figures.map((figure) => (
        <li key={figure.name} className="sheet flex flex-col gap-1 p-3">
          <span className="flex items-baseline justify-between gap-2">
            <span className="font-semibold">{figure.label}</span>
            <span className="font-head text-xl font-bold tabular-nums">{valueInWords(figure)}</span>
          </span>
          <span className="text-sm text-ink-soft">
            {figure.definition} {countOf(figure.n, 'task')}.
          </span>
        </li>
      ))}
    </ul>
  )
}
