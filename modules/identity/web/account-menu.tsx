import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import LogOut from 'lucide-react/icons/log-out'
import Settings from 'lucide-react/icons/settings'
import { listWorkspaces, signOut, switchWorkspace } from '#modules/identity/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { useCommand, useOperation } from '#ui/data/use-operation.ts'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { useMove } from './people/use-move.ts'
import { useMe } from './use-me.ts'

/** Who one is and where: the other workspaces, the account, the way out. */
export function Bar() {
  const me = useMe()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const move = useMove()
  const workspaces = useOperation(listWorkspaces, {})
  const go = useCommand(switchWorkspace, { onSuccess: () => move('/') })
  const leave = useCommand(signOut, {
    onSuccess: () => {
      cache.clear()
      void navigate({ to: '/sign-in', search: { left: '1' } })
    },
  })
  if (!me) return null
  const mine = (workspaces.data?.items ?? []).filter((workspace) => !workspace.deletedAt)
  return (
    <Menu
      trigger={
        <button type="button" className="flex min-h-10 items-center gap-2 rounded-box">
          <Avatar name={me.user.name} seed={me.user.id} />
          <span className="sr-only">{`${me.user.name} in ${me.workspace.name}: account and workspaces`}</span>
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="font-semibold break-words">{me.user.name}</p>
        <p className="text-sm break-words text-ink-soft">{me.workspace.name}</p>
      </div>
      {mine.length > 1 &&
        mine.map((workspace) => (
          <MenuItem
            key={workspace.id}
            {...(workspace.current && { icon: Check })}
            onSelect={() => !workspace.current && go.mutate({ id: workspace.id })}
          >
            {workspace.name}
          </MenuItem>
        ))}
      <MenuItem icon={Settings} onSelect={() => void navigate({ href: '/settings/account' })}>
        Account
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => leave.mutate({})}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
