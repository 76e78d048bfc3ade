import Check from 'lucide-react/icons/check'
import Undo2 from 'lucide-react/icons/undo-2'
import { Link } from '@tanstack/react-router'
import type { Notice } from '#modules/notifications/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import { fullDate, timeOfDay } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { toLink } from '#ui/to-link.ts'
import { useRecordPath } from '#ui/web-modules.ts'
import { noticeKinds } from './notice-kind.ts'
import { useMarkNotices } from './use-notices.ts'

/** One notification: it leads to what it is about, and opening it marks it as read. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen?: (() => void) | undefined }) {
  const { mark } = useMarkNotices()
  const pathOf = useRecordPath()
  const unread = notice.readAt === null
  const path = notice.record && pathOf({ ...notice.record, parentId: null })
  const open = () => {
    if (unread) void mark([notice.id], true)
    onOpen?.()
  }
  return (
    <li className="relative flex items-center gap-1 border-b border-line-soft pr-2">
      {unread && <span aria-hidden className="absolute inset-y-0 left-0 w-1.5 bg-blue" />}
      {path ? (
        <Link {...toLink(path)} className={classNames(bodyClass, 'no-underline hover:bg-sunken')} onClick={open}>
          <Body notice={notice} />
        </Link>
      ) : (
        <div className={bodyClass}>
          <Body notice={notice} />
        </div>
      )}
      <IconButton
        label={unread ? `Mark as read: ${notice.title}` : `Mark as unread: ${notice.title}`}
        icon={unread ? Check : Undo2}
        quiet
        onClick={() => void mark([notice.id], unread)}
      />
    </li>
  )
}

const bodyClass = 'ring-inside flex min-h-16 min-w-0 flex-1 items-center gap-3 py-2 pl-4 text-ink'

function Body({ notice }: { notice: Notice }) {
  const { icon: Icon, accent, name } = noticeKinds[notice.kind]
  const unread = notice.readAt === null
  return (
    <>
      <span
        className={classNames(
          'extra inline-flex size-10 shrink-0 items-center justify-center rounded-box border-(length:--border) border-line text-on-accent',
          accentBackground(accent),
        )}
      >
        <Icon size={20} aria-hidden />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="sr-only">{unread ? `Unread. ${name}.` : `${name}.`}</span>
        <span className={classNames('line-clamp-2 break-words', unread ? 'font-bold' : 'font-medium')}>
          {notice.title}
        </span>
        <span className="flex gap-2 text-sm text-ink-soft">
          {notice.detail && <span className="line-clamp-2 min-w-0 flex-1 break-words">{notice.detail}</span>}
          <time dateTime={notice.at} title={fullDate(notice.at)} className="ml-auto shrink-0 tabular-nums">
            {timeOfDay(notice.at)}
          </time>
        </span>
      </span>
    </>
  )
}
