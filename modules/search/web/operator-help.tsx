import { operators } from './operators.ts'

/** The operators with an example each; a click takes the example over. */
export function OperatorHelp({ onPick }: { onPick: (example: string) => void }) {
  return (
    <aside
      aria-label="How to search"
      className="extra shrink-0 overflow-y-auto border-line bg-paper max-md:border-t-(length:--border) md:w-80 md:border-l-(length:--border)"
    >
      <details className="p-4" open={matchMedia('(min-width: 900px)').matches}>
        <summary className="font-head text-base font-bold">How to search</summary>
        <ul className="m-0 mt-3 flex list-none flex-col gap-1 p-0">
          {operators.map(([example, finds]) => (
            <li key={example} className="flex flex-wrap items-center gap-x-2 border-b border-line-soft py-1">
              <button
                type="button"
                className="rounded-box border border-line bg-surface px-1.5 py-0.5 text-left font-mono text-sm hover:bg-yellow hover:text-on-accent"
                onClick={() => onPick(example)}
              >
                {example}
              </button>
              <span className="text-sm text-ink-soft">{finds}</span>
            </li>
          ))}
        </ul>
      </details>
    </aside>
  )
}
