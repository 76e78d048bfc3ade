import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Fingerprint from 'lucide-react/icons/fingerprint-pattern'
import { deletePasskey, getSecurity, listPasskeys, renamePasskey, type Passkey } from '#modules/identity/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { ConfirmIdentity } from '../parts/confirm-identity.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TypedConfirmation } from '#ui/typed-confirmation.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'
import { addPasskey, isGivenUp, mayUsePasskeys } from '../passkey-ceremony.ts'
import { browserName } from './browser-name.ts'
import { NoPasskeys } from './no-passkeys.tsx'

/** The passkeys of the account: added on this device, renamed, deleted. */
export function PasskeyList() {
  const passkeys = useOperation(listPasskeys, {})
  return (
    <Section
      title="Passkeys"
      hint="Your device signs you in with a fingerprint, a face or its PIN. Nothing to remember, nothing to steal from us."
    >
      {passkeys.isPending && <Skeleton rows={1} label="Loading the passkeys" />}
      {passkeys.isError && <ErrorState error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.data?.items.length === 0 && mayUsePasskeys() && <p data-state="empty">There is no passkey yet.</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {passkeys.data?.items.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      {mayUsePasskeys() ? <AddPasskey /> : <NoPasskeys />}
    </Section>
  )
}

function AddPasskey() {
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  const add = useMutation({
    mutationFn: () => addPasskey(browserName(navigator.userAgent)),
    onSuccess: (passkey) => {
      showToast({ message: `The passkey ${passkey.name} is added` })
      refresh()
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.code === 'reauthentication-required') setAsking(true)
    },
  })
  return (
    <>
      <ProblemNote error={asking || isGivenUp(add.error) ? null : add.error} />
      <Button icon={Fingerprint} className="self-start" disabled={add.isPending} onClick={() => add.mutate()}>
        Add a passkey of this device
      </Button>
      {asking && (
        <ConfirmIdentity
          onClose={() => setAsking(false)}
          onConfirmed={() => {
            setAsking(false)
            add.mutate()
          }}
        />
      )}
    </>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const refresh = useRefresh()
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const [remove, dialog] = useSensitiveCommand(deletePasskey, {
    onSuccess: () => {
      setDoing(null)
      showToast({ message: `The passkey ${passkey.name} is deleted` })
      refresh()
    },
    onError: () => undefined,
  })
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <Fingerprint size={20} aria-hidden />
      {doing === 'rename' ? (
        <RenameForm passkey={passkey} onDone={() => setDoing(null)} />
      ) : (
        <>
          <div className="min-w-0 flex-1">
            <p className="font-semibold break-words">{passkey.name}</p>
            <p className="flex flex-wrap gap-2 text-sm text-ink-soft">
              Added {shortDate(passkey.createdAt)}
              <span>{passkey.lastUsedAt ? `used ${shortDate(passkey.lastUsedAt)}` : 'not used yet'}</span>
              {passkey.synced && <Chip>synced</Chip>}
            </p>
          </div>
          <Button onClick={() => setDoing('rename')}>
            Rename<span className="sr-only"> {passkey.name}</span>
          </Button>
          <Button look="danger" onClick={() => setDoing('delete')}>
            Delete<span className="sr-only"> {passkey.name}</span>
          </Button>
        </>
      )}
      {doing === 'delete' && (
        <TypedConfirmation
          title="Delete a passkey"
          name={passkey.name}
          action="Delete the passkey"
          busy={remove.isPending}
          error={refusal(remove.error)}
          onConfirm={() => remove.mutate({ id: passkey.id })}
          onClose={() => setDoing(null)}
        >
          <p>The device that holds it can then no longer sign you in.</p>
        </TypedConfirmation>
      )}
      {dialog}
    </li>
  )
}

function RenameForm({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const refresh = useRefresh()
  const [name, setName] = useState(passkey.name)
  const rename = useCommand(renamePasskey, {
    onSuccess: () => {
      refresh()
      onDone()
    },
  })
  return (
    <form
      className="flex flex-1 flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) rename.mutate({ id: passkey.id, name: name.trim() })
      }}
    >
      <TextField label="Name" className="min-w-40 flex-1" takesFocus maxLength={100} value={name} onValue={setName} />
      <Button type="submit" className="min-h-10" disabled={!name.trim() || rename.isPending}>
        Save
      </Button>
      <Button className="min-h-10" onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}

function useRefresh(): () => void {
  const cache = useQueryClient()
  return () => {
    void cache.invalidateQueries({ queryKey: operationKey(listPasskeys) })
    void cache.invalidateQueries({ queryKey: operationKey(getSecurity) })
  }
}
