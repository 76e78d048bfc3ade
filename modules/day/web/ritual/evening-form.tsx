import { useState } from 'react'
import { closeEvening, reopenRitual } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from '../use-day.ts'

interface EveningFormProps {
  zone: string
  onDone: () => void
  onLeave: () => void
}

/** Two prompts, each of which may stay empty. */
export function EveningForm({ zone, onDone, onLeave }: EveningFormProps) {
  const [wentWell, setWentWell] = useState('')
  const [canWait, setCanWait] = useState('')
  const reopen = useDayCommand(reopenRitual)
  const close = useDayCommand(closeEvening, () => {
    onDone()
    showToast({ message: 'The day is closed', undo: () => reopen.mutate({ part: 'evening', zone }) })
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!close.isPending) close.mutate({ wentWell, canWait, zone })
      }}
    >
      <Prompt label="What went well?" value={wentWell} onValue={setWentWell} />
      <Prompt label="What can wait until tomorrow?" value={canWait} onValue={setCanWait} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="accent" disabled={close.isPending}>
          Close the day
        </Button>
        <Button onClick={onLeave}>Not today</Button>
      </div>
    </form>
  )
}

function Prompt({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  return (
    <Field label={label}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={2000}
          className="control w-full py-2"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
