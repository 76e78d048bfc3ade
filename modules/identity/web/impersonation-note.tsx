import { stopImpersonating, type Me } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { shortDate } from '#ui/format.ts'
import { move } from './people/move.ts'

interface ImpersonationNoteProps {
  person: Me['user']
  administrator: NonNullable<Me['impersonatedBy']>
}

/** Who acts as whom and until when, and the way to stop. */
export function ImpersonationNote({ person, administrator }: ImpersonationNoteProps) {
  const stop = useCommand(stopImpersonating, { onSuccess: () => move('/settings/users') })
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-b-2 border-line bg-orange px-4 py-2 text-on-accent"
    >
      <p className="flex-1 font-semibold">
        {administrator.name}, you act as {person.name} until {shortDate(administrator.until)}.
      </p>
      <Button onClick={() => stop.mutate({})} disabled={stop.isPending}>
        Be yourself again
      </Button>
    </div>
  )
}
