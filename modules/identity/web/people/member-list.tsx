import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  changeRole,
  listMembers,
  removeMember,
  Role,
  transferOwnership,
  type Me,
  type Member,
} from '#modules/identity/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { TypedConfirmation } from '#ui/typed-confirmation.tsx'

/** The members of the workspace; who manages it changes roles and removes. */
export function MemberList({ me }: { me: Me | undefined }) {
  const members = useCursorList<Member>(listMembers, {})
  return (
    <Section title="Members" hint="Guests see what is shared with them, members work here, admins manage people.">
      {members.loading && <Skeleton rows={2} label="Loading the members" />}
      {members.error && <ErrorState error={members.error} retry={members.retry} />}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {members.items.map((member) => (
          <MemberRow key={member.id} member={member} me={me} />
        ))}
      </ul>
      {members.hasMore && (
        <Button className="self-start" onClick={members.loadMore} disabled={members.loadingMore}>
          More members
        </Button>
      )}
    </Section>
  )
}

function MemberRow({ member, me }: { member: Member; me: Me | undefined }) {
  const mine = member.id === me?.user.id
  const owns = me?.role === 'owner'
  const manages = (owns || me?.role === 'admin') && !mine && (owns || member.role !== 'owner')
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <Avatar name={member.name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold break-words">
          {member.name} {mine && <Chip accent="green">you</Chip>}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <span className="break-all">{member.email ?? 'no address'}</span>
          <span>{member.lastSeenAt ? `last here ${shortDate(member.lastSeenAt)}` : 'not here yet'}</span>
          {!member.active && <Chip accent="orange">suspended</Chip>}
        </p>
      </div>
      {manages ? <Manage member={member} owns={owns} /> : <Chip>{member.role}</Chip>}
    </li>
  )
}

function Manage({ member, owns }: { member: Member; owns: boolean }) {
  const cache = useQueryClient()
  const [doing, setDoing] = useState<'remove' | 'hand-over' | null>(null)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listMembers) })
  const change = useCommand(changeRole, {
    onSuccess: (now) => {
      const before = member.role
      showToast({
        message: `${now.name} is ${now.role} now`,
        undo: () => change.mutate({ id: member.id, role: before }),
      })
      refresh()
    },
  })
  const close = () => {
    setDoing(null)
    refresh()
  }
  const remove = useCommand(removeMember, {
    onSuccess: () => {
      close()
      showToast({ message: `${member.name} is no member any more` })
    },
    onError: () => undefined,
  })
  const handOver = useCommand(transferOwnership, {
    onSuccess: () => {
      close()
      void cache.invalidateQueries()
      showToast({ message: `${member.name} owns the workspace now` })
    },
    onError: () => undefined,
  })
  return (
    <>
      <Select
        aria-label={`Role of ${member.name}`}
        value={member.role}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ id: member.id, role: Role.parse(event.target.value) })}
      >
        {Role.options
          .filter((role) => owns || role !== 'owner')
          .map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
      </Select>
      {owns && member.role !== 'owner' && (
        <Button onClick={() => setDoing('hand-over')}>
          Hand over<span className="sr-only"> the workspace to {member.name}</span>
        </Button>
      )}
      <Button look="danger" onClick={() => setDoing('remove')}>
        Remove<span className="sr-only"> {member.name}</span>
      </Button>
      {doing === 'remove' && (
        <TypedConfirmation
          title="Remove a member"
          name={member.name}
          action="Remove"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id: member.id })}
          onClose={() => setDoing(null)}
        >
          <p>{member.name} is out at once: sessions and tokens of this workspace end, and calendars read no more.</p>
          <p>What only they see, such as private projects, rests until they come back or their account is deleted.</p>
        </TypedConfirmation>
      )}
      {doing === 'hand-over' && (
        <TypedConfirmation
          title="Hand the workspace over"
          name={member.name}
          action="Hand it over"
          busy={handOver.isPending}
          error={handOver.error}
          onConfirm={() => handOver.mutate({ id: member.id })}
          onClose={() => setDoing(null)}
        >
          <p>{member.name} becomes the owner and you an admin. Only they can give it back.</p>
        </TypedConfirmation>
      )}
    </>
  )
}
