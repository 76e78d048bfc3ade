import { dayInWords, timeOfDay } from '#ui/format.ts'

/** A rule in words, and the dates that follow. */
export function NextDates({ words, next }: { words: string; next: readonly string[] }) {
  return (
    <div aria-live="polite" className="flex flex-col gap-1">
      <p className="font-semibold">It comes {words}.</p>
      {next.length === 0 ? (
        <p className="text-ink-soft">No date follows.</p>
      ) : (
        <ul aria-label="Next dates" className="m-0 flex list-none flex-wrap gap-2 p-0">
          {next.map((at) => (
            <li key={at} className="rounded-box border border-line bg-surface px-2 py-1 text-sm">
              <time dateTime={at}>
                {dayInWords(at)}, {timeOfDay(at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
