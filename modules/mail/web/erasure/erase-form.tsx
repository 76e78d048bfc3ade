import { lazy, Suspense, useId, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Connection } from '#modules/connections/contract.ts'
import { eraseAllMail } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'

const TypedConfirmation = lazy(() =>
  import('#ui/typed-confirmation.tsx').then((module) => ({ default: module.TypedConfirmation })),
)

/** What one types to be sure, as the command asks for it. */
const WORDS = 'erase all my mail'

interface EraseFormProps {
  /** What goes, by number; `more` where there are more than were counted. */
  parts: [noun: string, count: number, more: boolean][]
  accounts: Connection[]
  onBegun: (job: string) => void
}

/** What goes and what stays, the accounts in the way, and the button. */
export function EraseForm({ parts, accounts, onBegun }: EraseFormProps) {
  const [asking, setAsking] = useState(false)
  const [removeAccounts, setRemoveAccounts] = useState(false)
  const erase = useCommand(eraseAllMail, {
    onSuccess: ({ job }) => {
      setAsking(false)
      onBegun(job)
    },
    onError: () => undefined,
  })
  const inTheWay = accounts.length > 0 && !removeAccounts
  return (
    <>
      <dl className="m-0 grid grid-cols-2 gap-2 sm:grid-cols-4">
        {parts.map(([noun, count, more]) => (
          <div key={noun} className="flex flex-col-reverse rounded-box border border-line-soft bg-paper px-3 py-2">
            <dt className="text-sm text-ink-soft">{count === 1 ? noun : `${noun}s`}</dt>
            <dd className="m-0 font-head text-xl leading-tight font-bold tabular-nums">
              {count.toLocaleString()}
              {more && '+'}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        With them go their files, what search knows of them, imports, reminders, snoozes, and blocked senders. A task
        that you made of a message stays.
      </p>
      {accounts.length > 0 && <Accounts accounts={accounts} remove={removeAccounts} onRemove={setRemoveAccounts} />}
      <Button look="danger" className="min-h-10 self-start" disabled={inTheWay} onClick={() => setAsking(true)}>
        Erase all my mail
      </Button>
      {asking && (
        <Suspense>
          <TypedConfirmation
            title="Erase all your mail"
            name={WORDS}
            action="Erase it for good"
            busy={erase.isPending}
            error={erase.error}
            onConfirm={() => erase.mutate({ confirm: WORDS, removeAccounts })}
            onClose={() => setAsking(false)}
          >
            <p>
              {inWords([...parts, ['mail account', removeAccounts ? accounts.length : 0, false]])}: gone from here for
              good, and nothing brings it back.
            </p>
          </TypedConfirmation>
        </Suspense>
      )}
    </>
  )
}

function inWords(parts: EraseFormProps['parts']): string {
  const some = parts.filter(([, count]) => count > 0)
  return some.map(([noun, count, more]) => `${more ? 'more than ' : ''}${countOf(count, noun)}`).join(', ')
}

function Accounts({
  accounts,
  remove,
  onRemove,
}: {
  accounts: Connection[]
  remove: boolean
  onRemove: (remove: boolean) => void
}) {
  const id = useId()
  return (
    <div className="sheet flex flex-col gap-3 p-4">
      <p className="font-semibold">Mail would come back by {countOf(accounts.length, 'account')}:</p>
      <ul className="m-0 flex flex-col gap-1 pl-5">
        {accounts.map(({ id: key, address }) => (
          <li key={key} className="break-all">
            {address}
          </li>
        ))}
      </ul>
      <p>
        Remove {accounts.length === 1 ? 'it' : 'them one by one'} in{' '}
        <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className="underline">
          Mail accounts
        </Link>
        {accounts.length === 1 ? ', or here.' : ', or all of them here.'}
      </p>
      <label htmlFor={id} className="flex min-h-11 items-center gap-3">
        <CheckBox id={id} checked={remove} onChange={(event) => onRemove(event.target.checked)} />
        <span>Remove {accounts.length === 1 ? 'this account' : 'these accounts'} as well</span>
      </label>
    </div>
  )
}
