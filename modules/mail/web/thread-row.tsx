import { memo } from 'react'
import Paperclip from 'lucide-react/icons/paperclip'
import Reply from 'lucide-react/icons/reply'
import Star from 'lucide-react/icons/star'
import type { Label, ThreadSummary } from '#modules/mail/contract.ts'
import { toAccent } from '#ui/accent.ts'
import { Avatar } from '#ui/avatar.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { fullDate, shortDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { RowLink } from '#ui/row-link.tsx'

interface ThreadRowProps {
  thread: ThreadSummary
  open: boolean
  labels: Map<string, Label>
  path: string
  index: number
  selected: boolean
  onFocus: (index: number) => void
  onStar: (thread: ThreadSummary) => void
  onSelect: (index: number, range: boolean) => void
}

/** A thread in two lines: who and when; what. Unread shows by weight and a bar, not by colour alone. */
export const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { thread, open, labels, path, index, selected, onFocus, onStar, onSelect } = props
  const unread = thread.unread > 0
  const people = thread.participants.join(', ') || 'Unknown sender'
  return (
    <div className="group relative h-full border-b border-line-soft" onFocus={() => onFocus(index)}>
      <RowLink
        path={path}
        open={open}
        className={classNames(
          'items-center gap-3 pr-12 pl-4 text-ink in-data-less:pl-14',
          open ? 'bg-yellow text-on-accent' : selected ? 'bg-sunken' : 'hover:bg-sunken',
        )}
      >
        {unread && <span aria-hidden className="absolute inset-y-0 left-0 w-1.5 bg-blue" />}
        <Avatar
          name={thread.participants.at(-1) ?? '?'}
          className={classNames(
            'extra group-hover:invisible group-has-[input:focus-visible]:invisible',
            selected && 'invisible',
          )}
        />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            {unread && <span className="sr-only">Unread.</span>}
            <span className={classNames('truncate', unread ? 'font-bold' : 'font-medium')}>{people}</span>
            {thread.messages > 1 && (
              <span className="shrink-0 font-mono text-xs tabular-nums">
                {thread.messages}
                <span className="sr-only"> messages</span>
              </span>
            )}
            <time
              dateTime={thread.date}
              title={fullDate(thread.date)}
              className="ml-auto shrink-0 text-sm tabular-nums"
            >
              {shortDate(thread.date)}
            </time>
          </span>
          <span className="flex items-center gap-1.5 text-sm">
            {thread.labels.map((id) => labels.get(id) && <LabelChip key={id} label={labels.get(id)!} />)}
            {thread.answered && <Reply size={14} aria-label="Answered" className="shrink-0" />}
            {thread.hasAttachments && <Paperclip size={14} aria-label="With attachments" className="shrink-0" />}
            <span className="truncate">
              <span className={unread ? 'font-semibold' : ''}>{thread.subject || 'No subject'}</span>
              <span className={classNames('extra', !open && 'text-ink-soft')}> {thread.snippet}</span>
            </span>
          </span>
        </span>
      </RowLink>
      <span
        className={classNames(
          'absolute top-1/2 left-4 flex size-10 -translate-y-1/2 items-center justify-center rounded-box in-data-less:opacity-100',
          !selected && 'opacity-0 group-hover:opacity-100 focus-within:opacity-100',
        )}
      >
        <CheckBox
          aria-label={`Select ${thread.subject}`}
          checked={selected}
          onChange={() => undefined}
          onClick={(event) => onSelect(index, event.shiftKey)}
        />
      </span>
      <IconButton
        label={thread.starred ? `Unstar ${thread.subject}` : `Star ${thread.subject}`}
        icon={thread.starred ? FilledStar : Star}
        quiet
        onAccent={open}
        aria-pressed={thread.starred}
        onClick={() => onStar(thread)}
        className="absolute top-1/2 right-1.5 -translate-y-1/2 hover:bg-transparent"
      />
    </div>
  )
})

function LabelChip({ label }: { label: Label }) {
  return (
    <Chip accent={toAccent(label.color, label.name)} className="max-w-24 shrink-0">
      {label.name}
    </Chip>
  )
}

/** A star that is set: filled, so that it differs by shape. */
export function FilledStar(props: { size?: string | number }) {
  return <Star {...props} fill="var(--yellow)" />
}
