import type { ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Mail from 'lucide-react/icons/mail'
import PenLine from 'lucide-react/icons/pen-line'
import Star from 'lucide-react/icons/star'
import { countOf } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { compose } from './compose/composing.ts'
import { toSearch, type InboxView } from './inbox-search.ts'
import { useLabels } from './labels.ts'
import { placeName, places } from './places.ts'
import { SearchButton } from './search-button.tsx'
import { SyncLine } from './sync-line.tsx'
import { useMailCounts } from './use-mail-counts.ts'

/** The head of the list: which place, how much is in it, and filters; `children` stand in their place while threads are selected. */
export function InboxHead({ view, children }: { view: InboxView; children?: ReactNode }) {
  const count = useMailCounts().data?.items.find((item) => item.place === view.place)
  return (
    <PageHead
      title={placeName(view.place)}
      accent="yellow"
      aside={
        <div className="flex items-center gap-2">
          {count && count.messages > 0 && (
            <p className="text-sm font-semibold tabular-nums">
              {count.unread > 0 && `${count.unread.toLocaleString()} unread of `}
              {countOf(count.messages, 'message')}
            </p>
          )}
          <IconButton
            label="Write a message"
            action="mail.compose"
            icon={PenLine}
            className="size-10 lg:hidden"
            onClick={() => compose({ kind: 'new' })}
          />
        </div>
      }
    >
      {children || <Filters view={view} />}
    </PageHead>
  )
}

function Filters({ view }: { view: InboxView }) {
  const navigate = useNavigate()
  const labels = useLabels()
  const go = (change: Partial<InboxView>) =>
    void navigate({
      to: '/inbox/{-$threadId}',
      params: {},
      search: toSearch({ ...view, messageId: undefined, ...change }),
    })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-2">
      <div className="-mx-1 overflow-x-auto px-1 lg:hidden">
        <Tabs
          label="Places of mail"
          to="/inbox"
          tabs={[
            ...places.map(([place, label]) => ({ label, search: toSearch({ place }), active: place === view.place })),
            { label: 'Snoozed', to: '/snoozed', search: {}, active: false },
            { label: 'Reminders', to: '/reminders', search: {}, active: false },
          ]}
        />
      </div>
      <div className="flex flex-1 gap-1.5" role="group" aria-label="Filters">
        <FilterButton label="Unread" icon={Mail} on={view.unread} onClick={() => go({ unread: !view.unread })} />
        <FilterButton label="Starred" icon={Star} on={view.starred} onClick={() => go({ starred: !view.starred })} />
        {labels.all.length > 0 && (
          <Select
            aria-label="Label"
            className="w-28"
            value={view.labelId ?? ''}
            onChange={(event) => go({ labelId: event.target.value || undefined })}
          >
            <option value="">Any label</option>
            {labels.all.map((label) => (
              <option key={label.id} value={label.id}>
                {label.name} ({label.messages})
              </option>
            ))}
          </Select>
        )}
        <span className="ml-auto">
          <SearchButton />
        </span>
      </div>
      <div className="w-full text-sm empty:hidden lg:hidden">
        <SyncLine />
      </div>
    </div>
  )
}

function FilterButton({
  label,
  icon,
  on,
  ...rest
}: {
  label: string
  icon: typeof Mail
  on: boolean
  onClick?: () => void
}) {
  return <IconButton label={`${label} only`} icon={icon} pressed={on} className="size-10" {...rest} />
}
