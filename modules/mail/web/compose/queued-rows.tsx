import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { fullDate } from '#ui/format.ts'
import { takeBackSend } from '../offline/send-queued.ts'
import type { QueuedSend } from '../offline/send-queue.ts'
import { titleOf } from './letter.ts'
import { useQueuedSends } from './use-queued-sends.ts'

/** The letters that wait in this browser for the connection. */
export function QueuedRows() {
  const sends = useQueuedSends()
  if (sends.length === 0) return null
  return (
    <section
      aria-label="Waiting for the connection"
      className="max-h-[60%] shrink-0 overflow-y-auto border-b-(length:--border) border-line"
    >
      <ul className="m-0 list-none p-0">
        {sends.map((send) => (
          <QueuedRow key={send.kept.key} send={send} />
        ))}
      </ul>
    </section>
  )
}

function QueuedRow({ send }: { send: QueuedSend }) {
  const { key, letter, at } = send.kept
  const title = titleOf(letter)
  const people = [...letter.to, ...letter.cc, ...letter.bcc].map(({ name, address }) => name || address)
  return (
    <li className="flex flex-col gap-2 border-b border-line-soft px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Chip accent="orange" className="max-w-none shrink-0">
          Waits for the connection
        </Chip>
        <span className="min-w-0 flex-1 truncate font-semibold">{title}</span>
      </div>
      <p className="truncate text-sm text-ink-soft">
        To {people.join(', ')}, {fullDate(send.sendAt ?? new Date(at).toISOString())}
      </p>
      <p className="text-sm">
        {send.asked
          ? 'The connection broke while it was sent. It is looked into when Daybook can be reached, and goes once.'
          : 'It is in this browser alone, and goes when Daybook can be reached and this browser is open.'}
      </p>
      {!send.asked && (
        <div>
          <Button onClick={() => void takeBackSend(key)}>
            Take back<span className="sr-only"> {title}</span>
          </Button>
        </div>
      )}
    </li>
  )
}
