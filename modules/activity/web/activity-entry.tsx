import { Link } from '@tanstack/react-router'
import type { ActivityEntry } from '#modules/activity/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Chip } from '#ui/chip.tsx'
import { fullDate, timeOfDay } from '#ui/format.ts'
import { toLink } from '#ui/to-link.ts'
import { useRecordPath } from '#ui/web-modules.ts'

/** One thing that happened: what, to which record, who did it and when. */
export function EntryRow({ entry, when }: { entry: ActivityEntry; when?: string }) {
  const path = useRecordPath()({ ...entry.record, parentId: null })
  const { title } = entry.record
  const who = actorName(entry)
  return (
    <li className="flex items-start gap-3 border-b border-line-soft py-3 last:border-b-0">
      <Avatar name={who} seed={entry.actor.id} />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {entry.summary}
          {title && (
            <>
              {': '}
              {path ? (
                <Link {...toLink(path)} className="font-semibold">
                  {title}
                </Link>
              ) : (
                <b>{title}</b>
              )}
            </>
          )}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
          <span>{who}</span>
          <time dateTime={entry.at} title={fullDate(entry.at)}>
            {when ?? timeOfDay(entry.at)}
          </time>
          {entry.count > 1 && <Chip accent="yellow">{entry.count.toLocaleString()} times</Chip>}
          {entry.onlyYou && <Chip>only you see this</Chip>}
        </p>
      </div>
    </li>
  )
}

function actorName({ actor }: ActivityEntry): string {
  return actor.name ?? (actor.id.startsWith('system:') ? 'Daybook' : 'A former member')
}
