import { stopImpersonating } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { shortDate } from '#ui/format.ts'
import { move } from './people/move.ts'
import { useMe } from './use-me.ts'

/** Says at all times that an administrator acts as somebody else, and lets them stop. */
export function Banner() {
  const me = useMe()
  const stop = useCommand(stopImpersonating, { onSuccess: () => move('/settings/users') })
  if (!me?.impersonatedBy) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-b-2 border-line bg-orange px-4 py-2 text-on-accent"
    >
      <p className="flex-1 font-semibold">
        {me.impersonatedBy.name}, you act as {me.user.name} until {shortDate(me.impersonatedBy.until)}.
      </p>
      <Button onClick={() => stop.mutate({})} disabled={stop.isPending}>
        Be yourself again
      </Button>
    </div>
  )
}
