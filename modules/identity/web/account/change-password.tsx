import { useState } from 'react'
import { changePassword } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { Section } from '#ui/section.tsx'
import { showToast } from '#ui/toasts.ts'
import { NewPasswordField, PasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'

/** Another password for the one there is; the other sessions end. */
export function ChangePassword() {
  const [open, setOpen] = useState(false)
  return (
    <Section title="Password" hint="When you change it, your other sessions end.">
      {open ? (
        <ChangeForm onDone={() => setOpen(false)} />
      ) : (
        <Button className="self-start" onClick={() => setOpen(true)}>
          Change the password
        </Button>
      )}
    </Section>
  )
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const [currentPassword, setCurrent] = useState('')
  const [password, setText] = useState('')
  const change = useCommand(changePassword, {
    onSuccess: () => {
      showToast({ message: 'Your password is changed; your other sessions have ended' })
      onDone()
    },
    onError: () => undefined,
  })
  return (
    <form
      className="flex max-w-120 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ currentPassword, password })
      }}
    >
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        required
        value={currentPassword}
        onValue={setCurrent}
      />
      <NewPasswordField label="New password" value={password} onValue={setText} />
      <ProblemNote error={change.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!currentPassword || !password || change.isPending}>
          Change the password
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}
