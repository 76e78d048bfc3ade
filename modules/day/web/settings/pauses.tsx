import { useState } from 'react'
import { createPause, endPause, listPauses, removePause, type Pause } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from '../use-day.ts'

/** The pauses of a person, and another one: from today on, or for days that have been. */
export function Pauses({ zone }: { zone: string }) {
  const pauses = useOperation(listPauses, { limit: 20 })
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const create = useDayCommand(createPause, () => {
    setFrom('')
    setTo('')
  })
  return (
    <div className="flex flex-col gap-4">
      {pauses.isPending && <Skeleton rows={1} label="Loading your pauses" />}
      {pauses.isError && !pauses.data && <ErrorState error={pauses.error} retry={() => void pauses.refetch()} />}
      {pauses.data && pauses.data.items.length > 0 && (
        <ul aria-label="Pauses" className="m-0 flex list-none flex-col gap-2 p-0">
          {pauses.data.items.map((pause) => (
            <Row key={pause.id} pause={pause} zone={zone} />
          ))}
        </ul>
      )}
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ ...(from && { from }), to: to || null, zone })
        }}
      >
        <TextField label="From" type="date" className="min-w-36 flex-1" value={from} onValue={setFrom} />
        <TextField label="To" type="date" className="min-w-36 flex-1" value={to} onValue={setTo} />
        <Button type="submit" className="min-h-10" disabled={create.isPending}>
          Pause
        </Button>
      </form>
      <p className="text-sm text-ink-soft">
        Without a first day it begins today; without a last one it goes on until you end it.
      </p>
    </div>
  )
}

function Row({ pause, zone }: { pause: Pause; zone: string }) {
  const end = useDayCommand(endPause)
  const again = useDayCommand(createPause)
  const remove = useDayCommand(removePause, ({ from, to }) =>
    showToast({ message: 'The pause is removed', undo: () => again.mutate({ from, to, zone }) }),
  )
  const words = pause.to ? `${pause.from} to ${pause.to}` : `since ${pause.from}`
  return (
    <li className="sheet flex flex-wrap items-center gap-2 p-3">
      <span className="min-w-0 flex-1 font-medium tabular-nums">{words}</span>
      {pause.to === null && (
        <Button onClick={() => end.mutate({ id: pause.id, zone })}>
          End<span className="sr-only"> the pause {words}</span>
        </Button>
      )}
      <Button onClick={() => remove.mutate({ id: pause.id })}>
        Remove<span className="sr-only"> the pause {words}</span>
      </Button>
    </li>
  )
}
