import { memo } from 'react'
import Brain from 'lucide-react/icons/brain'
import ListTodo from 'lucide-react/icons/list-todo'
import Mail from 'lucide-react/icons/mail'
import type { SearchHit } from '#modules/search/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { classNames } from '#ui/class-names.ts'
import { fullDate, shortDate } from '#ui/format.ts'
import { RowLink } from '#ui/row-link.tsx'
import { MarkedText } from './marked-text.tsx'

/** What each kind of record looks like. */
const looks: Record<string, { icon: typeof Mail; name: string; accent: Accent }> = {
  'mail.message': { icon: Mail, name: 'Mail', accent: 'yellow' },
  'tasks.task': { icon: ListTodo, name: 'Task', accent: 'green' },
  'capture.capture': { icon: Brain, name: 'Capture', accent: 'pink' },
}

/** One hit: what it is, its title, who and when, and the words around the match. */
export const HitRow = memo(function HitRow({
  hit,
  path,
  index,
  onFocus,
}: {
  hit: SearchHit
  path: string | null
  index: number
  onFocus: (index: number) => void
}) {
  const { icon: Icon, name, accent } = looks[hit.kind] ?? looks['mail.message']!
  return (
    <RowLink
      path={path ?? '/search'}
      onFocus={() => onFocus(index)}
      className="items-center gap-3 border-b border-line-soft px-4 text-ink hover:bg-sunken"
    >
      <span
        className={classNames(
          'inline-flex size-10 shrink-0 items-center justify-center rounded-box border-(length:--border) border-line text-on-accent',
          accentBackground(accent),
        )}
      >
        <Icon size={20} aria-label={name} />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-baseline gap-3">
          <span className="truncate font-semibold">
            <MarkedText text={hit.title || 'Without a title'} />
          </span>
          <time dateTime={hit.date} title={fullDate(hit.date)} className="ml-auto shrink-0 text-sm tabular-nums">
            {shortDate(hit.date)}
          </time>
        </span>
        {hit.people && <span className="truncate text-sm font-medium">{hit.people}</span>}
        <span className="extra line-clamp-2 text-sm leading-snug text-ink-soft">
          <MarkedText text={hit.snippet ?? ''} />
        </span>
      </span>
    </RowLink>
  )
})
