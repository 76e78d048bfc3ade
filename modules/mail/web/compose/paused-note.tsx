import { Link } from '@tanstack/react-router'
import { listConnections } from '#modules/connections/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** Says that the account of a sender rests, before somebody writes a letter that would be refused. */
export function PausedNote({ connectionId }: { connectionId: string | null }) {
  const accounts = useOperation(listConnections, {}).data?.items
  if (accounts?.find(({ id }) => id === connectionId)?.state !== 'paused') return null
  return (
    <p className="border-b border-line-soft bg-orange px-4 py-2 text-sm text-on-accent">
      This account is paused and sends nothing.{' '}
      <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className="text-on-accent underline">
        Resume it
      </Link>
      , or choose another sender; what you write here is kept.
    </p>
  )
}
