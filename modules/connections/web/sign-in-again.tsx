import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { signInConnection, testConnection, type Connection } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { PasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { showToast } from '#ui/toasts.ts'
import { ServerFields } from './add/server-fields.tsx'
import { toServers, toServersInput } from './add/servers.ts'
import { useRefreshAccounts } from './use-refresh-accounts.ts'

/** Another password or other servers for an account, checked before they are kept; or the ones that are, tried now. */
export function SignInAgain({ account }: { account: Connection }) {
  const refresh = useRefreshAccounts()
  const [password, setPassword] = useState('')
  const [servers, setServers] = useState(() => toServers(account.servers, account.address))
  const save = useMutation({
    mutationFn: () =>
      api.call(signInConnection, { id: account.id, password: password || null, ...toServersInput(servers) }),
    onSuccess: () => {
      setPassword('')
      showToast({ message: `${account.address} is signed in` })
      refresh()
    },
  })
  const test = useMutation({
    mutationFn: () => api.call(testConnection, { id: account.id }),
    onSuccess: () => showToast({ message: `The servers of ${account.address} let Daybook in` }),
    onSettled: refresh,
  })
  return (
    <details open={account.state === 'needs-consent'}>
      <summary className="w-fit font-semibold">Password and servers</summary>
      <form
        className="mt-3 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          test.reset()
          save.mutate()
        }}
      >
        <PasswordField
          label="New password"
          hint="Leave it empty to keep the one there is."
          autoComplete="off"
          value={password}
          onValue={setPassword}
        />
        <ServerFields servers={servers} onChange={setServers} />
        <ProblemNote error={save.error ?? test.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" className="min-h-10" disabled={save.isPending}>
            {save.isPending ? 'Checking' : 'Check and save'}
          </Button>
          <Button
            className="min-h-10"
            disabled={test.isPending}
            onClick={() => {
              save.reset()
              test.mutate()
            }}
          >
            {test.isPending ? 'Checking' : 'Check what is kept'}
          </Button>
        </div>
      </form>
    </details>
  )
}
