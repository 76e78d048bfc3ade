import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import AtSign from 'lucide-react/icons/at-sign'
import Bell from 'lucide-react/icons/bell'
import PenLine from 'lucide-react/icons/pen-line'
import Star from 'lucide-react/icons/star'
import { accentBackground, toAccent } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Icon } from '#ui/define-web-module.ts'
import { compose } from './compose/composing.ts'
import { toSearch, type InboxView } from './inbox-search.ts'
import { useLabels } from './labels.ts'
import { places } from './places.ts'
import { SyncLine } from './sync-line.tsx'
import { useMailCounts } from './use-mail-counts.ts'

/** Where mail lies: places, then labels, each a link; below, how the accounts stand. */
export function PlacesPane({ view }: { view: InboxView }) {
  const counts = useMailCounts().data?.items
  const labels = useLabels()
  const plain = !view.labelId && !view.starred && !view.unread
  return (
    <>
      <div className="p-3">
        <Button
          look="primary"
          icon={PenLine}
          className="min-h-11 w-full"
          title="Write a message (c)"
          onClick={() => compose({ kind: 'new' })}
        >
          Write
        </Button>
      </div>
      <nav aria-label="Places of mail" className="flex flex-col gap-0.5 px-2">
        {places.map(([place, label, icon]) => (
          <PlaceLink
            key={place}
            icon={icon}
            search={toSearch({ place })}
            active={plain && view.place === place}
            count={
              place === 'inbox' || place === 'junk' ? counts?.find((item) => item.place === place)?.unread : undefined
            }
          >
            {label}
          </PlaceLink>
        ))}
        <PlaceLink icon={Star} search={toSearch({ starred: true })} active={view.starred}>
          Starred
        </PlaceLink>
        <Link
          to="/snoozed"
          className="flex min-h-9 items-center gap-2.5 rounded-box border-(length:--border) border-transparent px-2 text-sm font-semibold text-ink no-underline hover:border-line"
        >
          <AlarmClock size={17} aria-hidden /> Snoozed
        </Link>
        <Link
          to="/reminders"
          className="flex min-h-9 items-center gap-2.5 rounded-box border-(length:--border) border-transparent px-2 text-sm font-semibold text-ink no-underline hover:border-line"
        >
          <Bell size={17} aria-hidden /> Reminders
        </Link>
      </nav>
      {labels.all.length > 0 && (
        <nav aria-label="Labels" className="mt-4 flex flex-col gap-0.5 px-2">
          <h2 className="px-2 pb-1 font-sans text-sm font-semibold text-ink-soft">Labels</h2>
          {labels.all.map((label) => (
            <PlaceLink
              key={label.id}
              search={toSearch({ place: view.place, labelId: label.id })}
              active={view.labelId === label.id}
              dot={accentBackground(toAccent(label.color, label.name))}
              count={label.messages}
            >
              {label.name}
            </PlaceLink>
          ))}
        </nav>
      )}
      <div className="mt-auto flex flex-col gap-2 p-3 text-sm">
        <SyncLine />
        <Link
          to="/settings/{-$pane}"
          params={{ pane: 'accounts' }}
          className="flex items-center gap-2 rounded-box px-1 py-1 text-ink"
        >
          <AtSign size={16} aria-hidden /> Mail accounts
        </Link>
      </div>
    </>
  )
}

interface PlaceLinkProps {
  search: Record<string, string | undefined>
  active: boolean
  icon?: Icon
  dot?: string
  count?: number | undefined
  children: ReactNode
}

function PlaceLink({ search, active, icon: Icon, dot, count, children }: PlaceLinkProps) {
  return (
    <Link
      to="/inbox/{-$threadId}"
      params={{}}
      search={search}
      aria-current={active ? 'page' : undefined}
      className={classNames(
        'flex min-h-9 items-center gap-2.5 rounded-box border-(length:--border) px-2 text-sm font-semibold no-underline',
        active ? 'border-line bg-yellow text-on-accent' : 'border-transparent text-ink hover:border-line',
      )}
    >
      {Icon && <Icon size={17} aria-hidden />}
      {dot && (
        <span aria-hidden className={classNames('mx-0.75 size-3 shrink-0 rounded-box border border-line', dot)} />
      )}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count ? <span className="font-mono text-xs tabular-nums">{count.toLocaleString()}</span> : null}
    </Link>
  )
}
