import { useEffect, useRef, useState } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Paperclip from 'lucide-react/icons/paperclip'
import Reply from 'lucide-react/icons/reply'
import type { MessageSummary } from '#modules/mail/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import { fullDate, shortDate } from '#ui/format.ts'
import { RecordHeading } from '#ui/record-title.tsx'
import { MessageDetails } from './message-details.tsx'

/** One message: a line when closed, a card when open. */
export function MessageCard({ summary, startsOpen }: { summary: MessageSummary; startsOpen: boolean }) {
  const [open, setOpen] = useState(startsOpen)
  const card = useRef<HTMLElement>(null)
  const sender = summary.from?.name || summary.from?.address || 'Unknown sender'
  const Arrow = open ? ChevronDown : ChevronRight

  useEffect(() => {
    if (startsOpen && card.current && liesLow(card.current)) card.current.scrollIntoView({ block: 'start' })
  }, [startsOpen])

  return (
    <article
      ref={card}
      aria-label={`From ${sender}, ${fullDate(summary.date)}`}
      className={classNames('scroll-mt-40', open ? 'raised' : 'sheet')}
    >
      <RecordHeading className="font-sans text-base font-normal tracking-normal">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className={classNames(
            'ring-inside flex w-full items-center gap-3 rounded-box p-3 text-left',
            !open && 'hover:bg-sunken',
          )}
        >
          <Avatar name={sender} seed={summary.from?.address} className="extra" />
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="flex items-baseline gap-2">
              <span className="truncate font-semibold">{sender}</span>
              {summary.answered && <Reply size={14} aria-label="Answered" className="shrink-0" />}
              {summary.hasAttachments && <Paperclip size={14} aria-label="With attachments" className="shrink-0" />}
              <time
                dateTime={summary.date}
                className="ml-auto shrink-0 text-sm tabular-nums"
                title={fullDate(summary.date)}
              >
                {shortDate(summary.date)}
              </time>
            </span>
            <span className="truncate text-sm text-ink-soft">{open ? summary.from?.address : summary.snippet}</span>
          </span>
          <Arrow size={18} aria-hidden className="shrink-0" />
        </button>
      </RecordHeading>
      {open && <MessageDetails id={summary.id} />}
    </article>
  )
}

// The message to read is brought up when the ones before it push it out of sight.
function liesLow(card: HTMLElement): boolean {
  return card.getBoundingClientRect().top > innerHeight / 2
}
