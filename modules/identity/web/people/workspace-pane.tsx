import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  createWorkspace,
  deleteWorkspace,
  leaveWorkspace,
  listWorkspaces,
  renameWorkspace,
  restoreWorkspace,
  switchWorkspace,
  type Workspace,
} from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf, shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { TextField } from '#ui/text-field.tsx'
import { TypedConfirmation } from '#ui/typed-confirmation.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'
import { move } from './move.ts'

/** The workspace one is in, and the others one belongs to. */
export function Pane() {
  const workspaces = useOperation(listWorkspaces, {})
  if (workspaces.isPending) return <Skeleton rows={3} label="Loading the workspaces" />
  if (workspaces.isError) return <ErrorState error={workspaces.error} retry={() => void workspaces.refetch()} />
  const current = workspaces.data.items.find((workspace) => workspace.current)
  const others = workspaces.data.items.filter((workspace) => !workspace.current)
  return (
    <>
      {current && <Current key={current.name} workspace={current} />}
      <Section title="Other workspaces" hint="Each has its own mail, tasks and people.">
        {others.length === 0 && <p data-state="empty">You are in no other workspace.</p>}
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {others.map((workspace) => (
            <OtherRow key={workspace.id} workspace={workspace} />
          ))}
        </ul>
        <NewWorkspace />
      </Section>
    </>
  )
}

function Current({ workspace }: { workspace: Workspace }) {
  const cache = useQueryClient()
  const [name, setName] = useState(workspace.name)
  const rename = useCommand(renameWorkspace, { onSuccess: () => void cache.invalidateQueries() })
  const mayRename = workspace.role === 'owner' || workspace.role === 'admin'
  return (
    <Section title={workspace.name} hint={`You are its ${workspace.role}. ${countOf(workspace.members, 'member')}.`}>
      {mayRename && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) rename.mutate({ name: name.trim() })
          }}
        >
          <TextField label="Name" className="min-w-56 flex-1" maxLength={100} value={name} onValue={setName} />
          <Button
            type="submit"
            className="min-h-10"
            disabled={!name.trim() || name.trim() === workspace.name || rename.isPending}
          >
            Rename
          </Button>
        </form>
      )}
      <div className="flex flex-wrap gap-2">
        <Leave workspace={workspace} />
        {workspace.role === 'owner' && <Delete workspace={workspace} />}
      </div>
    </Section>
  )
}

function Leave({ workspace }: { workspace: Workspace }) {
  const [open, setOpen] = useState(false)
  const leave = useCommand(leaveWorkspace, {
    onSuccess: ({ workspaceId }) => move(workspaceId === null ? '/sign-in' : '/'),
    onError: () => undefined,
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>Leave</Button>
      {open && (
        <TypedConfirmation
          title="Leave the workspace"
          name={workspace.name}
          action="Leave"
          busy={leave.isPending}
          error={leave.error}
          onConfirm={() => leave.mutate({})}
          onClose={() => setOpen(false)}
        >
          <p>
            You no longer see what is in it, and your tokens of it stop working. Only an invitation brings you back.
          </p>
          <p>
            Your private projects here are erased, with the tasks, comments and files in them, and calendars read your
            tasks no longer. Share a project first if others should keep it.
          </p>
        </TypedConfirmation>
      )}
    </>
  )
}

function Delete({ workspace }: { workspace: Workspace }) {
  const [open, setOpen] = useState(false)
  const [remove, dialog] = useSensitiveCommand(deleteWorkspace, {
    onSuccess: () => move('/'),
    onError: () => undefined,
  })
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Delete
      </Button>
      {open && (
        <TypedConfirmation
          title="Delete the workspace"
          name={workspace.name}
          action="Delete the workspace"
          busy={remove.isPending}
          error={refusal(remove.error)}
          onConfirm={(name) => remove.mutate({ name })}
          onClose={() => setOpen(false)}
        >
          <p>All that is in it goes, for everybody. For seven days you can restore it here.</p>
        </TypedConfirmation>
      )}
      {dialog}
    </>
  )
}

function OtherRow({ workspace }: { workspace: Workspace }) {
  const cache = useQueryClient()
  const go = useCommand(switchWorkspace, { onSuccess: () => move('/') })
  const restore = useCommand(restoreWorkspace, {
    onSuccess: () => {
      showToast({ message: `${workspace.name} is back` })
      void cache.invalidateQueries({ queryKey: operationKey(listWorkspaces) })
    },
  })
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{workspace.name}</p>
        <p className="flex flex-wrap gap-2 text-sm text-ink-soft">
          <Chip>{workspace.role}</Chip>
          {countOf(workspace.members, 'member')}
          {workspace.erasedAt && <span>deleted, gone for good {shortDate(workspace.erasedAt)}</span>}
        </p>
      </div>
      {workspace.deletedAt ? (
        <Button onClick={() => restore.mutate({ id: workspace.id })} disabled={restore.isPending}>
          Restore<span className="sr-only"> {workspace.name}</span>
        </Button>
      ) : (
        <Button onClick={() => go.mutate({ id: workspace.id })} disabled={go.isPending}>
          Open<span className="sr-only"> {workspace.name}</span>
        </Button>
      )}
    </li>
  )
}

function NewWorkspace() {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const create = useCommand(createWorkspace, {
    onSuccess: (workspace) => {
      setName('')
      showToast({ message: `The workspace ${workspace.name} is made` })
      void cache.invalidateQueries({ queryKey: operationKey(listWorkspaces) })
    },
  })
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate({ name: name.trim() })
      }}
    >
      <TextField
        label="Name of a new workspace"
        placeholder="Garden club"
        className="min-w-56 flex-1"
        maxLength={100}
        value={name}
        onValue={setName}
      />
      <Button type="submit" className="min-h-10" disabled={!name.trim() || create.isPending}>
        Make it
      </Button>
    </form>
  )
}
