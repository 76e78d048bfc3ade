import type { Figure } from '#modules/insights/contract.ts'
import { classNames } from '#ui/class-names.ts'
import { valueInWords } from './words.ts'

/** Figures, each with what it means and how many tasks it is made of. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0 md:grid-cols-6">
      {figures.map((figure, index) => (
        // Counts stand three in a row, what they say of estimates two.
        <li
          key={figure.name}
          className={classNames('sheet flex flex-col gap-1 p-3', index < 3 ? 'md:col-span-2' : 'md:col-span-3')}
        >
          <span className="flex items-baseline justify-between gap-2">
            <span className="font-semibold">{figure.label}</span>
            <span className="font-head text-xl font-bold tabular-nums">{valueInWords(figure)}</span>
          </span>
          <span className="text-sm text-ink-soft">
            {figure.definition} <span className="whitespace-nowrap">n = {figure.n.toLocaleString()}.</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
