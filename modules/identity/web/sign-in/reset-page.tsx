import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { requestReset, resetPassword } from '#modules/identity/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { api } from '#ui/data/api.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { usePageTitle } from '#ui/page.tsx'
import { Entrance } from '../parts/entrance.tsx'
import { NewPasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { takeSecret } from './take-secret.ts'

/** Asks for a link to a new password; with the link, takes the password. */
export function Page() {
  usePageTitle('New password')
  const [secret] = useState(takeSecret)
  const [again, setAgain] = useState(false)
  return (
    <Entrance>
      {secret && !again ? <ChooseForm secret={secret} onWorn={() => setAgain(true)} /> : <AskForm worn={again} />}
    </Entrance>
  )
}

function AskForm({ worn }: { worn: boolean }) {
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => api.call(requestReset, { email }) })
  if (ask.isSuccess) {
    return (
      <div role="status" className="flex flex-col gap-3">
        <h1 className="text-xl">Look into your mail</h1>
        <p>
          If there is an account with the address <b className="break-words">{email}</b>, a link is on its way to it.
          The link works once and for an hour.
        </p>
        <Link to="/sign-in" className={buttonClass('plain', 'self-start')}>
          Back to sign in
        </Link>
      </div>
    )
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate()
      }}
    >
      <h1 className="text-xl">{worn ? 'This link has done its work' : 'Forgotten your password?'}</h1>
      <p>
        {worn ? 'Links work once and for an hour. ' : ''}Give your address, and a link to choose a new password comes by
        mail.
      </p>
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <ProblemNote error={ask.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" className="min-h-11" disabled={ask.isPending}>
          Send me a link
        </Button>
        <Link to="/sign-in" className={buttonClass('plain', 'min-h-11')}>
          Back
        </Link>
      </div>
    </form>
  )
}

function ChooseForm({ secret, onWorn }: { secret: string; onWorn: () => void }) {
  const [password, setPassword] = useState('')
  const choose = useMutation({
    mutationFn: () => api.call(resetPassword, { secret, password }),
    onError: (error) => {
      if (error instanceof ProblemError && error.code === 'link-not-valid') onWorn()
    },
  })
  if (choose.isSuccess) {
    return (
      <div role="status" className="flex flex-col gap-3">
        <h1 className="text-xl">Your password is changed</h1>
        <p>Every session of your account has ended. Sign in with the new password.</p>
        <Link to="/sign-in" className={buttonClass('primary', 'self-start')}>
          Sign in
        </Link>
      </div>
    )
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        choose.mutate()
      }}
    >
      <h1 className="text-xl">Choose a new password</h1>
      <NewPasswordField label="New password" value={password} onValue={setPassword} />
      <ProblemNote error={choose.error} />
      <Button type="submit" look="primary" className="min-h-11" disabled={choose.isPending}>
        Change the password
      </Button>
    </form>
  )
}
