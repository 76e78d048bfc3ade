import { useQueryClient } from '@tanstack/react-query'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { signInOptions } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'
import { useIsInstanceAdmin } from '../use-me.ts'

/** Says that an invitation brings in nobody new while this Daybook makes no accounts, and lets its keeper change that. */
export function RegistrationNote() {
  const cache = useQueryClient()
  const keepsDaybook = useIsInstanceAdmin()
  const options = useOperation(signInOptions, {})
  const open = useCommand(updateSetting, {
    onSuccess: () => {
      showToast({ message: 'Invited people can make an account now' })
      void cache.invalidateQueries({ queryKey: operationKey(signInOptions) })
    },
  })
  if (options.data?.registration !== 'closed') return null
  return (
    <div className="sheet flex flex-wrap items-center gap-3 p-3">
      <p className="min-w-0 flex-1 basis-60">
        {keepsDaybook
          ? 'Whoever has no account here cannot make one yet, not even with an invitation.'
          : 'Whoever has no account here cannot make one yet. Ask whoever keeps this Daybook to let invited people in.'}
      </p>
      {keepsDaybook && (
        <Button
          disabled={open.isPending}
          onClick={() => open.mutate({ name: 'identity.registration', value: 'invited' })}
        >
          Let invited people in
        </Button>
      )}
    </div>
  )
}
