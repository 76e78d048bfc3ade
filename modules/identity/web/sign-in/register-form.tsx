import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { register } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'
import { Button } from '#ui/button.tsx'
import { NewPasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'

interface RegisterFormProps {
  /** The address is fixed where an invitation names it. */
  invitation?: { secret: string; email: string }
  onDone: (next: 'verify-address' | 'done', email: string) => void
}

/** Name, address and password of a new account. */
export function RegisterForm({ invitation, onDone }: RegisterFormProps) {
  const [email, setEmail] = useState(invitation?.email ?? '')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const send = useMutation({
    mutationFn: () =>
      api.call(register, { email, name, password, ...(invitation && { invitation: invitation.secret }) }),
    onSuccess: ({ next }) => onDone(next, email),
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        readOnly={invitation !== undefined}
        value={email}
        onValue={setEmail}
      />
      <TextField label="Your name" autoComplete="name" required maxLength={100} value={name} onValue={setName} />
      <NewPasswordField label="Password" value={password} onValue={setPassword} />
      <ProblemNote error={send.error} />
      <Button type="submit" look="primary" className="min-h-11" disabled={send.isPending}>
        Make my account
      </Button>
    </form>
  )
}
