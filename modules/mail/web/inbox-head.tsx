import { useNavigate } from '@tanstack/react-router'
import Mail from 'lucide-react/icons/mail'
import Star from 'lucide-react/icons/star'
import type { Place } from '#modules/mail/contract.ts'
import { countOf } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { toSearch, type InboxView } from './inbox-search.ts'
import { useLabels } from './labels.ts'
import { useMailCounts } from './use-mail-counts.ts'

const places: [Place, string][] = [
  ['inbox', 'Inbox'],
  ['archive', 'Archive'],
  ['sent', 'Sent'],
  ['drafts', 'Drafts'],
  ['junk', 'Junk'],
  ['trash', 'Trash'],
]

/** The head of the list: which place, how much is in it, and filters. */
export function InboxHead({ view }: { view: InboxView }) {
  const navigate = useNavigate()
  const labels = useLabels()
  const count = useMailCounts().data?.items.find((item) => item.place === view.place)
  const name = places.find(([place]) => place === view.place)![1]
  const go = (change: Partial<InboxView>) =>
    void navigate({
      to: '/inbox/{-$threadId}',
      params: {},
      search: toSearch({ ...view, messageId: undefined, ...change }),
    })

  return (
    <PageHead
      title={name}
      accent="yellow"
      aside={
        count && (
          <p className="pb-0.5 text-sm font-semibold tabular-nums">
            {count.unread > 0 && `${count.unread.toLocaleString()} unread of `}
            {countOf(count.messages, 'message')}
          </p>
        )
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-2">
        <Tabs
          label="Places of mail"
          to="/inbox"
          tabs={places.map(([place, label]) => ({ label, search: toSearch({ place }), active: place === view.place }))}
        />
        <div className="flex gap-1.5" role="group" aria-label="Filters">
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
        </div>
      </div>
    </PageHead>
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
