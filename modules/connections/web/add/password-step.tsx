import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { addConnection, type SuggestedServers } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { PasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { useRefreshAccounts } from '../use-refresh-accounts.ts'
import { ConsentChoices } from './consent-choices.tsx'
import { FoundServers } from './found-servers.tsx'
import { ServerFields } from './server-fields.tsx'
import { toServers, toServersInput } from './servers.ts'

interface PasswordStepProps {
  address: string
  found: SuggestedServers
  onBack: () => void
  onDone: () => void
}

/** The second step: what was found, to be changed where it is wrong, and the password, which is checked at once. */
export function PasswordStep({ address, found, onBack, onDone }: PasswordStepProps) {
  const refresh = useRefreshAccounts()
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const [servers, setServers] = useState(() => toServers(found, address))
  const [editing, setEditing] = useState(!found.imap || !found.smtp)
  const [byPassword, setByPassword] = useState(found.takesPassword)
  const add = useMutation({
    mutationFn: () =>
      api.call(addConnection, {
        address,
        password,
        ...(name.trim() && { name: name.trim() }),
        ...toServersInput(servers),
      }),
    onSuccess: (account) => {
      showToast({ message: `${account.address} is connected. The newest mail comes first.` })
      refresh()
      onDone()
    },
    onError: () => setEditing(true),
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <p className="flex flex-wrap items-center gap-2">
        <strong className="break-all">{address}</strong>
        <Button className="min-h-8" onClick={onBack}>
          Another address
        </Button>
      </p>
      {found.help && <p className="rounded-box border border-line bg-lilac p-3 text-sm text-on-accent">{found.help}</p>}
      {found.consent && <ConsentChoices of={found.consent} hint={address} />}
      {byPassword ? (
        <>
          <FoundServers found={found} servers={servers} />
          <details open={editing} onToggle={(event) => setEditing(event.currentTarget.open)}>
            <summary className="w-fit font-semibold">Servers</summary>
            <div className="mt-3">
              <ServerFields servers={servers} takesFocus={!found.imap} onChange={setServers} />
            </div>
          </details>
          <TextField
            label="Your name"
            hint="As others see it on your mail. May stay empty."
            autoComplete="name"
            maxLength={100}
            value={name}
            onValue={setName}
          />
          <PasswordField
            label="Password or app password"
            hint="It is tried at the servers first, then kept sealed on this machine."
            autoComplete="off"
            required
            takesFocus={Boolean(found.imap)}
            value={password}
            onValue={setPassword}
          />
          <ProblemNote error={add.error} />
        </>
      ) : (
        <Button className="self-start" onClick={() => setByPassword(true)}>
          My mail is at another server
        </Button>
      )}
      <div className="flex flex-wrap gap-2">
        {byPassword && (
          <Button type="submit" look="primary" className="min-h-10" disabled={add.isPending || password === ''}>
            {add.isPending ? 'Checking' : 'Check and connect'}
          </Button>
        )}
        <Button className="min-h-10" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
