import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { changeAddress, getMe, getSecurity, requestVerification, updateProfile } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'

/** One's name and address. */
export function Pane() {
  const me = useOperation(getMe, {})
  const security = useOperation(getSecurity, {})
  const failed = me.error ?? security.error
  if (failed) {
    return (
      <ErrorState
        error={failed}
        retry={() => {
          void me.refetch()
          void security.refetch()
        }}
      />
    )
  }
  if (!me.data || !security.data) return <Skeleton rows={3} label="Loading your account" />
  return (
    <>
      <NameForm key={me.data.user.name} name={me.data.user.name} />
      {security.data.hasPassword && (
        <AddressForm key={security.data.email} email={security.data.email} verified={security.data.emailVerified} />
      )}
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const cache = useQueryClient()
  const [text, setText] = useState(name)
  const update = useCommand(updateProfile, {
    onSuccess: (me) => {
      cache.setQueryData(operationKey(getMe, {}), me)
      showToast({ message: `You are ${me.user.name} now` })
    },
    onError: () => undefined,
  })
  return (
    <Section title="Name" hint="As others in your workspaces see you.">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) update.mutate({ name: text.trim() })
        }}
      >
        <TextField
          label="Your name"
          className="min-w-56 flex-1"
          autoComplete="name"
          maxLength={100}
          error={update.error?.problem.detail}
          value={text}
          onValue={setText}
        />
        <Button type="submit" className="min-h-10" disabled={!text.trim() || text.trim() === name || update.isPending}>
          Save
        </Button>
      </form>
    </Section>
  )
}

function AddressForm({ email, verified }: { email: string | null; verified: boolean }) {
  const cache = useQueryClient()
  const [text, setText] = useState(email ?? '')
  const [change, dialog] = useSensitiveCommand(changeAddress, {
    onSuccess: ({ next }) => {
      void cache.invalidateQueries({ queryKey: operationKey(getSecurity) })
      void cache.invalidateQueries({ queryKey: operationKey(getMe) })
      showToast({
        message:
          next === 'done' ? 'Your address is changed' : 'A link is on its way to the new address. Open it there.',
      })
    },
    onError: () => undefined,
  })
  const verify = useCommand(requestVerification, {
    onSuccess: () => showToast({ message: 'A link is on its way to your address' }),
  })
  const refused = refusal(change.error)
  return (
    <Section title="E-mail address" hint="You sign in with it, and links to a new password go there.">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold break-all">{email ?? 'None yet'}</span>
        {email && <Chip accent={verified ? 'green' : 'orange'}>{verified ? 'verified' : 'not verified'}</Chip>}
        {email && !verified && (
          <Button onClick={() => verify.mutate({})} disabled={verify.isPending}>
            Send a link to verify it
          </Button>
        )}
      </p>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ email: text })
        }}
      >
        <TextField
          label="Another address"
          type="email"
          className="min-w-56 flex-1"
          autoComplete="email"
          required
          value={text}
          onValue={setText}
        />
        <Button type="submit" className="min-h-10" disabled={!text || text === email || change.isPending}>
          Change
        </Button>
      </form>
      <ProblemNote error={refused} />
      {dialog}
    </Section>
  )
}
