import { lazy, Suspense, useRef, useState } from 'react'
import { Avatar } from '#ui/avatar.tsx'
import { useMe } from './use-me.ts'

// Menus bring a positioning library: it comes when somebody is about to open this one.
const loadEntries = () => import('./account-entries.tsx')
const AccountEntries = lazy(() => loadEntries().then((module) => ({ default: module.AccountEntries })))

/** Who one is and where: the other workspaces, the account, the way out. */
export function Bar() {
  const me = useMe()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  if (!me) return null
  // Should it fail, opening the menu is what says so.
  const prepare = () => void loadEntries().catch(() => undefined)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        className="flex min-h-10 items-center gap-2 rounded-box"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Avatar name={me.user.name} seed={me.user.id} />
        <span className="sr-only">{`${me.user.name} in ${me.workspace.name}: account and workspaces`}</span>
      </button>
      {open && (
        <Suspense>
          <AccountEntries me={me} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
