import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { NoticeList } from './notice-list.tsx'
import { useMarkNotices, useUnreadNotices } from './use-notices.ts'

/** The newest notifications above any page. */
export function NoticePanel({ onClose }: { onClose: () => void }) {
  const { markAll } = useMarkNotices()
  const unread = useUnreadNotices()
  return (
    <Dialog open onClose={onClose} title="Notifications">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line-soft p-3">
        <Button disabled={unread === 0} onClick={() => void markAll()}>
          Mark all as read
        </Button>
        <Link to="/notifications" className={buttonClass()} onClick={onClose}>
          See all
        </Link>
      </div>
      <div tabIndex={0} role="group" aria-label="Newest notifications" className="ring-inside overflow-y-auto py-3">
        <NoticeList headings="h3" onOpen={onClose} />
      </div>
    </Dialog>
  )
}
