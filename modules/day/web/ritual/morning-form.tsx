import { useState } from 'react'
import { keepMorning, reopenRitual, type Briefing, type Ritual } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from '../use-day.ts'
import { MOST_THINGS } from '../use-plan.ts'

interface MorningFormProps {
  ritual: Ritual
  briefing: Briefing
  zone: string
  onDone: () => void
  onLeave: () => void
}

const MOST_OFFERED = 6

/** A line about the day, and a choice of at most three things out of what is due and what is suggested. */
export function MorningForm({ ritual, briefing, zone, onDone, onLeave }: MorningFormProps) {
  const [intention, setIntention] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(ritual.taskIds)
  const reopen = useDayCommand(reopenRitual)
  const keep = useDayCommand(keepMorning, () => {
    onDone()
    showToast({ message: 'The day has begun', undo: () => reopen.mutate({ part: 'morning', zone }) })
  })
  const offered = [
    ...new Map(
      [...briefing.due, ...briefing.suggestions.map(({ task }) => task)].map((task) => [task.id, task]),
    ).values(),
  ]
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]))
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!keep.isPending) keep.mutate({ intention, taskIds: [...chosen], zone })
      }}
    >
      <TextField
        label="A line for today"
        hint="As you like, or nothing."
        value={intention}
        maxLength={2000}
        onValue={setIntention}
      />
      {offered.length > 0 && (
        <fieldset className="m-0 flex flex-col gap-1 border-0 p-0">
          <legend className="text-sm font-semibold">Which things matter today? Three at most.</legend>
          {offered.slice(0, MOST_OFFERED).map(({ id, title }) => (
            <label key={id} className="flex min-h-9 items-center gap-3">
              <CheckBox
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= MOST_THINGS}
                onChange={() => toggle(id)}
              />
              <span className="min-w-0 wrap-anywhere">{title}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="accent" disabled={keep.isPending}>
          Begin the day
        </Button>
        <Button onClick={onLeave}>Not today</Button>
      </div>
    </form>
  )
}
