import { lazy, Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import BellIcon from 'lucide-react/icons/bell'
import { countOf } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { useUnreadNotices } from './use-notices.ts'

const NoticePanel = lazy(() => import('./notice-panel.tsx').then((module) => ({ default: module.NoticePanel })))

/** The bell in the bar on top: how much is unread, and a panel with the newest. */
export function Bar() {
  const unread = useUnreadNotices()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  useShortcuts({ 'go.notifications': () => void navigate({ to: '/notifications' }) })
  return (
    <span className="relative inline-flex">
      <IconButton
        label={unread > 0 ? `Notifications, ${countOf(unread, 'unread one')}` : 'Notifications'}
        icon={BellIcon}
        action="go.notifications"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {unread > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute -top-1.5 -right-1.5 min-w-5 rounded-box border border-line bg-red px-1 text-center font-mono text-xs leading-4 font-bold text-on-accent tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
      {open && (
        <Suspense>
          <NoticePanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  )
}
