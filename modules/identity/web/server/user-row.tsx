import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Ellipsis from 'lucide-react/icons/ellipsis'
import {
  deleteUser,
  impersonate,
  listUsers,
  reactivateUser,
  resetUser,
  setAdmin,
  suspendUser,
  type AdminUser,
} from '#modules/identity/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { countOf, shortDate } from '#ui/format.ts'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toasts.ts'
import { TypedConfirmation } from '#ui/typed-confirmation.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'
import { move } from '../people/move.ts'
import { useMe } from '../use-me.ts'

/** One account, and what an administrator may do with it. */
export function UserRow({ user, onLink }: { user: AdminUser; onLink: (link: string) => void }) {
  const me = useMe()
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <Avatar name={user.name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-semibold break-words">
          {user.name}
          {user.instanceAdmin && <Chip accent="lilac">administrator</Chip>}
          {!user.active && <Chip accent="orange">suspended</Chip>}
          {user.id === me?.user.id && <Chip accent="green">you</Chip>}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <span className="break-all">{user.email ?? 'no address'}</span>
          <span>{countOf(user.workspaces, 'workspace')}</span>
          <span>{user.lastSeenAt ? `last here ${shortDate(user.lastSeenAt)}` : 'not here yet'}</span>
        </p>
      </div>
      {me && user.id !== me.user.id && <Actions user={user} onLink={onLink} />}
    </li>
  )
}

function Actions({ user, onLink }: { user: AdminUser; onLink: (link: string) => void }) {
  const cache = useQueryClient()
  const [deleting, setDeleting] = useState(false)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listUsers) })
  const said = (message: string, undo?: () => void) => {
    showToast({ message, ...(undo && { undo }) })
    refresh()
  }
  const { id, name } = user
  const suspend = useCommand(suspendUser, {
    onSuccess: () => said(`${name} is suspended`, () => reactivate.mutate({ id })),
  })
  const reactivate = useCommand(reactivateUser, { onSuccess: () => said(`${name} may sign in again`) })
  const [admin, adminDialog] = useSensitiveCommand(setAdmin, {
    onSuccess: (now) =>
      said(now.instanceAdmin ? `${name} is an administrator now` : `${name} is no administrator any more`, () =>
        admin.mutate({ id, instanceAdmin: !now.instanceAdmin }),
      ),
  })
  const reset = useCommand(resetUser, { onSuccess: ({ link }) => onLink(link) })
  const act = useCommand(impersonate, { onSuccess: () => move('/') })
  const [remove, removeDialog] = useSensitiveCommand(deleteUser, {
    onSuccess: () => {
      setDeleting(false)
      said(`The account of ${name} is deleted`)
    },
    onError: () => undefined,
  })
  return (
    <>
      <Menu
        trigger={
          <Button icon={Ellipsis}>
            Actions<span className="sr-only"> for {name}</span>
          </Button>
        }
      >
        {user.active ? (
          <MenuItem onSelect={() => suspend.mutate({ id })}>Suspend</MenuItem>
        ) : (
          <MenuItem onSelect={() => reactivate.mutate({ id })}>Let in again</MenuItem>
        )}
        <MenuItem onSelect={() => reset.mutate({ id })}>Link to a new password</MenuItem>
        {!user.instanceAdmin && <MenuItem onSelect={() => act.mutate({ id })}>Act as {name}</MenuItem>}
        <MenuItem onSelect={() => admin.mutate({ id, instanceAdmin: !user.instanceAdmin })}>
          {user.instanceAdmin ? 'No administrator any more' : 'Make an administrator'}
        </MenuItem>
        <MenuItem onSelect={() => setDeleting(true)}>Delete</MenuItem>
      </Menu>
      {deleting && (
        <TypedConfirmation
          title="Delete an account"
          name={name}
          action="Delete the account"
          busy={remove.isPending}
          error={refusal(remove.error)}
          onConfirm={(typed) => remove.mutate({ id, name: typed })}
          onClose={() => setDeleting(false)}
        >
          <p>All that is private to {name} is erased, mail above all. That cannot be undone.</p>
        </TypedConfirmation>
      )}
      {adminDialog}
      {removeDialog}
    </>
  )
}
