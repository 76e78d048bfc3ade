import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getMe, getSecurity, setPassword } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey } from '#ui/data/use-operation.ts'
import { Section } from '#ui/section.tsx'
import { showToast } from '#ui/toasts.ts'
import { NewPasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'

/** The first password of an account that came by a link, with the address it goes with. */
export function FirstPassword() {
  const cache = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setText] = useState('')
  const [set, dialog] = useSensitiveCommand(setPassword, {
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: operationKey(getSecurity) })
      void cache.invalidateQueries({ queryKey: operationKey(getMe) })
      showToast({ message: 'You can sign in with your password now' })
    },
    onError: () => undefined,
  })
  return (
    <Section
      title="Password"
      hint="You come in by a link. With an address and a password you can sign in from other devices too."
    >
      <form
        className="flex max-w-120 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate({ email, password })
        }}
      >
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <NewPasswordField label="Password" value={password} onValue={setText} />
        <ProblemNote error={refusal(set.error)} />
        <Button type="submit" look="primary" className="self-start" disabled={!email || !password || set.isPending}>
          Set the password
        </Button>
      </form>
      {dialog}
    </Section>
  )
}
