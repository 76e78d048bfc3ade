import { useState } from 'react'
import { updateConnection, type Connection } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { useRefreshAccounts } from './use-refresh-accounts.ts'

type Extent = 'all' | 'since' | 'count'

/** What is fetched of an account and how often; for accounts with a password, another password or other servers. */
export function AccountSettings({ account, onDone }: { account: Connection; onDone: () => void }) {
  const refresh = useRefreshAccounts()
  const { window } = account
  const [name, setName] = useState(account.name)
  const [minutes, setMinutes] = useState(account.intervalMinutes)
  const [extent, setExtent] = useState<Extent>(window.since ? 'since' : window.count ? 'count' : 'all')
  const [since, setSince] = useState(window.since?.slice(0, 10) ?? '')
  const [count, setCount] = useState(String(window.count ?? 5000))
  const save = useCommand(updateConnection, {
    onSuccess: () => {
      showToast({ message: `The settings of ${account.address} are saved` })
      refresh()
      onDone()
    },
    onError: () => undefined,
  })
  const submit = () =>
    save.mutate({
      id: account.id,
      rev: account.rev,
      ...(name.trim() && { name: name.trim() }),
      intervalMinutes: minutes,
      windowSince: extent === 'since' && since ? new Date(since).toISOString() : null,
      windowCount: extent === 'count' ? Number(count) : null,
    })
  return (
    <div className="flex flex-col gap-4 border-t border-line-soft pt-4">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField label="Name" maxLength={100} value={name} onValue={setName} />
        <div className="flex flex-wrap gap-3">
          <Field label="What is kept here">
            {(control) => (
              <Select {...control} value={extent} onChange={(event) => setExtent(event.target.value as Extent)}>
                <option value="all">All mail</option>
                <option value="since">Mail since a day</option>
                <option value="count">The newest of each mailbox</option>
              </Select>
            )}
          </Field>
          {extent === 'since' && <TextField label="Since" type="date" required value={since} onValue={setSince} />}
          {extent === 'count' && (
            <TextField
              label="How many"
              inputMode="numeric"
              pattern="[1-9][0-9]{0,6}"
              required
              value={count}
              onValue={setCount}
            />
          )}
          <Field label="Looks for new mail">
            {(control) => (
              <Select {...control} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
                {intervals(account.intervalMinutes).map((value) => (
                  <option key={value} value={value}>
                    {value === 1 ? 'every minute' : `every ${value} minutes`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <p className="text-sm text-ink-soft">Where the server tells of new mail itself, it is here within a second.</p>
        <ProblemNote error={save.error} />
        <Button type="submit" look="primary" className="min-h-10 self-start" disabled={save.isPending}>
          Save
        </Button>
      </form>
      {account.provider === 'imap' && <SignInAgain account={account} />}
    </div>
  )
}

// The usual choices, and the one that was made elsewhere.
function intervals(current: number): number[] {
  return [...new Set([1, 5, 10, 15, 30, 60, current])].sort((a, b) => a - b)
}
