import type { Ritual } from '#modules/day/contract.ts'

/** How the day was begun and closed, and how many mornings there were. */
export function Kept({ ritual }: { ritual: Ritual }) {
  const { morning, evening, consistency, paused } = ritual
  const parts = [
    ...(paused ? ['You are on a pause: nothing is asked.'] : []),
    ...(morning.state === 'done' && morning.intention ? [`“${morning.intention}”`] : []),
    ...(evening.state === 'done' ? ['The day is closed. Good night when you like.'] : []),
  ]
  const shown = consistency && consistency.mornings > 0
  if (parts.length === 0 && !shown) return null
  return (
    <div className="min-w-0 flex-1 basis-60">
      {parts.length > 0 && <p className="font-medium wrap-anywhere">{parts.join(' ')}</p>}
      {shown && (
        <p className="extra text-sm text-ink-soft">
          Mornings begun: {consistency.last7.n} of the last {consistency.last7.of}, {consistency.last28.n} of the last{' '}
          {consistency.last28.of}, {consistency.mornings} in all.
        </p>
      )}
    </div>
  )
}
