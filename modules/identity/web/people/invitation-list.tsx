import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import MailPlus from 'lucide-react/icons/mail-plus'
import {
  invite,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  Role,
  type Invitation,
  type NewInvitation,
} from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RegistrationNote } from './registration-note.tsx'

/** Invitations: made, sent again, taken back; a link to hand over each time one is made. */
export function InvitationList({ owner }: { owner: boolean }) {
  const invitations = useCursorList<Invitation>(listInvitations, {})
  const [made, setMade] = useState<NewInvitation | null>(null)
  return (
    <Section title="Invitations" hint="An invitation works once and for seven days.">
      <RegistrationNote />
      <InviteForm owner={owner} onMade={setMade} />
      {made && (
        <ShownOnce
          title={`${made.email} is invited${made.delivery === 'not-configured' ? '' : ', a mail is on its way'}. You can also hand this link over yourself; it is shown this one time.`}
          what="The link of the invitation"
          text={new URL(made.link, location.origin).href}
          onDone={() => setMade(null)}
        />
      )}
      {invitations.loading && <Skeleton rows={1} label="Loading the invitations" />}
      {invitations.error && <ErrorState error={invitations.error} retry={invitations.retry} />}
      {!invitations.loading && !invitations.error && invitations.items.length === 0 && (
        <p data-state="empty">Nobody is invited yet.</p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {invitations.items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} onMade={setMade} />
        ))}
      </ul>
      {invitations.hasMore && (
        <Button className="self-start" onClick={invitations.loadMore} disabled={invitations.loadingMore}>
          Earlier invitations
        </Button>
      )}
    </Section>
  )
}

function InviteForm({ owner, onMade }: { owner: boolean; onMade: (made: NewInvitation) => void }) {
  const refresh = useRefresh()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<(typeof Role.options)[number]>('member')
  const send = useCommand(invite, {
    onSuccess: (made) => {
      setEmail('')
      onMade(made)
      refresh()
    },
    onError: () => undefined,
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ email, role })
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Address of somebody to invite"
          type="email"
          autoComplete="off"
          placeholder="grace@example.org"
          className="min-w-56 flex-1"
          required
          value={email}
          onValue={setEmail}
        />
        <Field label="As">
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(Role.parse(event.target.value))}>
              {Role.options
                .filter((option) => owner || option !== 'owner')
                .map((option) => (
                  <option key={option} value={option}>
                    {option}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <Button type="submit" look="primary" icon={MailPlus} className="min-h-10" disabled={!email || send.isPending}>
          Invite
        </Button>
      </div>
      <ProblemNote error={send.error} />
    </form>
  )
}

function InvitationRow({ invitation, onMade }: { invitation: Invitation; onMade: (made: NewInvitation) => void }) {
  const refresh = useRefresh()
  const revoke = useCommand(revokeInvitation, {
    onSuccess: () => {
      showToast({ message: `The invitation of ${invitation.email} is taken back` })
      refresh()
    },
  })
  const resend = useCommand(resendInvitation, {
    onSuccess: (made) => {
      onMade(made)
      refresh()
    },
  })
  const waits = invitation.state === 'open' || invitation.state === 'expired'
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold break-all">{invitation.email}</p>
        <p className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-ink-soft">
          <Chip accent={accents[invitation.state]}>{invitation.state}</Chip>
          <Chip>{invitation.role}</Chip>
          <span>
            {invitation.invitedBy.name}, {shortDate(invitation.createdAt)}
          </span>
          {invitation.state === 'open' && <span>{deliveries[invitation.delivery]}</span>}
        </p>
      </div>
      {waits && (
        <>
          <Button onClick={() => resend.mutate({ id: invitation.id })} disabled={resend.isPending}>
            Send again<span className="sr-only"> to {invitation.email}</span>
          </Button>
          <Button onClick={() => revoke.mutate({ id: invitation.id })} disabled={revoke.isPending}>
            Take back<span className="sr-only"> the invitation of {invitation.email}</span>
          </Button>
        </>
      )}
    </li>
  )
}

const accents = { open: 'yellow', accepted: 'green', revoked: 'orange', expired: 'orange' } as const
const deliveries = {
  waiting: 'the mail is on its way',
  sent: 'the mail is sent',
  'not-configured': 'no mail: hand the link over',
  failed: 'the mail failed: hand the link over',
} as const

function useRefresh(): () => void {
  const cache = useQueryClient()
  return () => void cache.invalidateQueries({ queryKey: operationKey(listInvitations) })
}
