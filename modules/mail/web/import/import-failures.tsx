import type { Import } from '#modules/mail/contract.ts'
import { countOf } from '#ui/format.ts'

/** What could not be read, each with its reason; the rest of the file was imported all the same. */
export function ImportFailures({ failed, failures }: Pick<Import, 'failed' | 'failures'>) {
  if (failed.length === 0) return null
  return (
    <details>
      <summary className="w-fit font-semibold">{countOf(failures, 'item')} could not be read</summary>
      <ol
        tabIndex={0}
        aria-label="What could not be read"
        className="m-0 mt-2 max-h-60 list-none overflow-y-auto rounded-box bg-sunken p-3 text-sm"
      >
        {failed.map(({ index, code, reason }) => (
          <li key={index} className="flex flex-wrap gap-x-3 border-b border-line-soft py-1">
            <span className="font-mono">item {index + 1}</span>
            <span className="min-w-0 flex-1">{reason}</span>
            <code className="font-mono text-ink-soft">{code}</code>
          </li>
        ))}
      </ol>
      {failures > failed.length && <p className="mt-2 text-sm text-ink-soft">The first {failed.length} are shown.</p>}
    </details>
  )
}
