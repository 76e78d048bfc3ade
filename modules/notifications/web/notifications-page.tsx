import { Link } from '@tanstack/react-router'
import Settings from 'lucide-react/icons/settings'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page.tsx'
import { NoticeList } from './notice-list.tsx'
import { useMarkNotices, useUnreadNotices } from './use-notices.ts'

/** Every notification, by day. */
export function Page() {
  const { markAll } = useMarkNotices()
  const unread = useUnreadNotices()
  return (
    <>
      <PageHead title="Notifications" accent="lilac">
        <div className="flex flex-wrap gap-2">
          <Button disabled={unread === 0} onClick={() => void markAll()}>
            Mark all as read
          </Button>
          <Link to="/settings/{-$pane}" params={{ pane: 'notifications' }} className={buttonClass()}>
            <Settings size={18} aria-hidden /> What I am told
          </Link>
        </div>
      </PageHead>
      <div className="mx-auto w-full max-w-200 bg-surface py-4 md:my-8 md:rounded-box md:border-(length:--border) md:border-line">
        <NoticeList headings="h2" />
      </div>
    </>
  )
}
