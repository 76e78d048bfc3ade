import type { RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import LogOut from 'lucide-react/icons/log-out'
import Settings from 'lucide-react/icons/settings'
import { listWorkspaces, signOut, switchWorkspace, type Me } from '#modules/identity/contract.ts'
import { useCommand, useOperation } from '#ui/data/use-operation.ts'
import { MenuItem, OpenMenu } from '#ui/menu.tsx'
import { move } from './people/move.ts'

interface AccountEntriesProps {
  me: Me
  button: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** The open menu of the account, below its button. */
export function AccountEntries({ me, button, onClose }: AccountEntriesProps) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const workspaces = useOperation(listWorkspaces, {})
  const go = useCommand(switchWorkspace, { onSuccess: () => move('/') })
  const leave = useCommand(signOut, {
    onSuccess: () => {
      cache.clear()
      void navigate({ to: '/sign-in', search: { left: '1' } })
    },
  })
  const mine = (workspaces.data?.items ?? []).filter((workspace) => !workspace.deletedAt)
  return (
    <OpenMenu button={button} label="Account and workspaces" onClose={onClose}>
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
    </OpenMenu>
  )
}
