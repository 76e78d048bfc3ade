import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useMutation, useQuery } from '@tanstack/react-query'
import { acceptInvitation, getMe, readInvitation, signInOptions, switchWorkspace } from '#modules/identity/contract.ts'
import type { OpenInvitation } from '#modules/identity/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { api } from '#ui/data/api.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { shortDate } from '#ui/format.ts'
import { usePageTitle } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Entrance } from '../parts/entrance.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { RegisterForm } from './register-form.tsx'
import { keepInvitation, takeInvitation } from './kept-invitation.ts'
import { useArrival } from './use-arrival.ts'

/** Shows what one is invited to, and lets one in: with a new account, or with the one that is signed in. */
export function Page() {
  usePageTitle('Invitation')
  const [secret] = useState(takeInvitation)
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => api.call(readInvitation, { secret: secret! }),
    enabled: secret !== null,
    retry: false,
  })
  return (
    <Entrance>
      {secret && invitation.isPending && <Skeleton rows={3} label="Loading the invitation" />}
      {invitation.isError && (
        <>
          <h1 className="text-xl">This invitation cannot be opened</h1>
          <ProblemNote error={invitation.error} />
        </>
      )}
      {!secret && (
        <div data-state="empty">
          <h1 className="text-xl">There is no invitation here</h1>
          <p>Open the link of your invitation, whole, as it was sent to you.</p>
        </div>
      )}
      {secret && invitation.data && <Invited secret={secret} invitation={invitation.data} />}
    </Entrance>
  )
}

function Invited({ secret, invitation }: { secret: string; invitation: OpenInvitation }) {
  const arrive = useArrival()
  const me = useQuery({ queryKey: ['invited'], queryFn: () => api.call(getMe, {}), retry: false })
  const accept = useMutation({
    mutationFn: async () => {
      const { id } = await api.call(acceptInvitation, { secret })
      await api.call(switchWorkspace, { id })
    },
    onSuccess: arrive,
  })
  const nobody = me.error instanceof ProblemError && me.error.code === 'not-signed-in'
  return (
    <>
      <h1 className="text-xl">
        {invitation.invitedBy.name} invites you to {invitation.workspace.name}
      </h1>
      <p className="text-ink-soft">
        As {invitation.role}, until {shortDate(invitation.expiresAt)}.
      </p>
      {me.isPending && <Skeleton rows={2} label="Loading" />}
      {me.data && (
        <>
          <p>
            You are signed in as <b>{me.data.user.name}</b>.
          </p>
          <ProblemNote error={accept.error} />
          <Button look="primary" className="min-h-11" disabled={accept.isPending} onClick={() => accept.mutate()}>
            Join {invitation.workspace.name}
          </Button>
        </>
      )}
      {nobody && invitation.hasAccount && (
        <>
          <p>There is an account with the address {invitation.email}. Sign in with it to join.</p>
          <Link
            to="/sign-in"
            search={{ to: '/invitation' }}
            className={buttonClass('primary', 'min-h-11')}
            onClick={() => keepInvitation(secret)}
          >
            Sign in
          </Link>
        </>
      )}
      {nobody && !invitation.hasAccount && <NewAccount secret={secret} invitation={invitation} onDone={arrive} />}
      {me.isError && !nobody && <ProblemNote error={me.error} />}
    </>
  )
}

function NewAccount({
  secret,
  invitation,
  onDone,
}: {
  secret: string
  invitation: OpenInvitation
  onDone: () => void
}) {
  const options = useOperation(signInOptions, {})
  if (options.isPending) return <Skeleton rows={2} label="Loading" />
  if (options.data?.registration === 'closed') {
    return (
      <p data-state="empty">
        New accounts cannot be made here at the moment. Ask {invitation.invitedBy.name} to let invited people in, then
        open the link again: it still works.
      </p>
    )
  }
  return <RegisterForm invitation={{ secret, email: invitation.email }} onDone={onDone} />
}
