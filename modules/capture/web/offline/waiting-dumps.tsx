import Hourglass from 'lucide-react/icons/hourglass'
import { fullDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { useWaiting } from '#ui/outbox/use-waiting.ts'
import { dumpOutbox } from './dump-outbox.ts'

/** What was written down here and is not on the server yet. */
export function WaitingDumps() {
  const dumps = useWaiting().filter(({ open }) => open === dumpOutbox)
  if (dumps.length === 0) return null
  return (
    <Section
      title="Kept in this browser"
      hint="It goes to the server as soon as that can be reached, and is read then."
    >
      <ul aria-label="Kept in this browser" className="m-0 flex list-none flex-col gap-2 p-0">
        {dumps.map(({ waiting: { place, at, change } }) => (
          <li key={place} className="sheet flex gap-3 p-3">
            <Hourglass size={18} aria-hidden className="mt-0.5 shrink-0" />
            <span className="flex min-w-0 flex-col gap-1">
              <span className="line-clamp-3 wrap-anywhere whitespace-pre-wrap">
                {(change as { text: string }).text}
              </span>
              <span className="text-sm text-ink-soft">{fullDate(new Date(at).toISOString())}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
