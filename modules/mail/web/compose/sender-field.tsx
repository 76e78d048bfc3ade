import { useId } from 'react'
import { Link } from '@tanstack/react-router'
import { listIdentities } from '#modules/mail/contract/identities.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Select } from '#ui/select.tsx'
import { writeAddress } from './parse-addresses.ts'
import { PausedNote } from './paused-note.tsx'
import type { OpenLetter } from './use-letter.ts'

/** Which of one's addresses it is from; nothing to choose where there is one. */
export function SenderField({ open }: { open: OpenLetter }) {
  const id = useId()
  const identities = useOperation(listIdentities, {}).data?.items
  if (!identities) return null
  const chosen = identities.find((one) => one.id === open.letter.identityId) ?? identities[0]
  if (!chosen) {
    return (
      <p className="border-b border-line-soft bg-orange px-4 py-2 text-sm text-on-accent">
        There is no account to send from yet.{' '}
        <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className="text-on-accent underline">
          Connect one
        </Link>
        ; what you write here is kept.
      </p>
    )
  }
  return (
    <>
      <div className="flex min-h-11 items-center gap-2 border-b border-line-soft px-4">
        <label htmlFor={id} className="w-10 shrink-0 text-sm font-semibold text-ink-soft">
          From
        </label>
        {identities.length === 1 ? (
          <output id={id} className="truncate text-sm">
            {writeAddress(chosen)}
          </output>
        ) : (
          <Select
            id={id}
            className="max-w-full min-w-0"
            value={chosen.id}
            onChange={(event) => open.change({ identityId: event.target.value })}
          >
            {identities.map((one) => (
              <option key={one.id} value={one.id}>
                {writeAddress(one)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <PausedNote connectionId={chosen.connectionId} />
    </>
  )
}
