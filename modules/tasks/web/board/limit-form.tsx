import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listSettings } from '#kernel/builtin/contract.ts'
import { wipLimits } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { useSaveSetting } from '#ui/data/use-save-setting.ts'
import { showProblem } from '#ui/toasts.ts'
import { useFirstFocus } from '../views/use-first-focus.ts'
import { statusName } from '../words.ts'

type Limits = (typeof wipLimits)['default']

interface LimitFormProps {
  status: keyof Limits
  limit: number | null
  onDone: () => void
}

/** How many cards a column is to hold at most. It is a wish: more cards still go there. */
export function LimitForm({ status, limit, onDone }: LimitFormProps) {
  const cache = useQueryClient()
  const save = useSaveSetting()
  const field = useFirstFocus()
  const [text, setText] = useState(limit === null ? '' : String(limit))
  const number = text.trim() === '' ? null : Number(text)
  const fits = number === null || (Number.isInteger(number) && number >= 1 && number <= 100)

  const submit = async () => {
    if (!fits) return
    try {
      // The others may have been changed elsewhere.
      const { items } = await cache.fetchQuery({
        queryKey: operationKey(listSettings, {}),
        queryFn: () => api.call(listSettings, {}),
        staleTime: 0,
      })
      const kept = items.find(({ name }) => name === wipLimits.name)?.value as Limits | undefined
      if (await save(wipLimits.name, { ...wipLimits.default, ...kept, [status]: number })) onDone()
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <form
      className="sheet flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label={`At most in ${statusName[status]}`}
        hint="Empty for as many as there are"
        error={fits ? null : 'A number from 1 to 100'}
      >
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            ref={field}
            value={text}
            className="control w-full"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={!fits}>
        Save
      </Button>
    </form>
  )
}
