import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import UserPlus from 'lucide-react/icons/user-plus'
import { createUser, listUsers } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'

/** Makes an account in this workspace; the answer holds a link to hand over. */
export function NewUser({ onMade }: { onMade: (made: { name: string; link: string }) => void }) {
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const create = useCommand(createUser, {
    onSuccess: (made) => {
      setOpen(false)
      setName('')
      setEmail('')
      void cache.invalidateQueries({ queryKey: operationKey(listUsers) })
      onMade(made)
    },
    onError: () => undefined,
  })
  if (!open) {
    return (
      <Button icon={UserPlus} className="self-start" onClick={() => setOpen(true)}>
        New user
      </Button>
    )
  }
  return (
    <form
      className="sheet flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ name, email })
      }}
    >
      <TextField label="Name" takesFocus required maxLength={100} autoComplete="off" value={name} onValue={setName} />
      <TextField label="E-mail address" type="email" required autoComplete="off" value={email} onValue={setEmail} />
      <ProblemNote error={create.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!name.trim() || !email || create.isPending}>
          Make the account
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </div>
    </form>
  )
}
