import { createHabit, listHabits } from '#modules/day/contract.ts'
import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Card } from '../card.tsx'
import { useDayCommand } from '../use-day.ts'
import { HabitRow } from './habit-row.tsx'

/** Things to do so many times a week, each with its count. */
export function HabitsCard({ zone }: { zone: string }) {
  const habits = useOperation(listHabits, { zone })
  const [adding, setAdding] = useState(false)
  const items = habits.data?.items ?? []
  return (
    <Card title="Habits" accent="green" aside={<span className="text-sm">this week</span>}>
      {habits.isPending && <Skeleton rows={1} label="Loading your habits" />}
      {habits.isError && !habits.data && <ErrorState error={habits.error} retry={() => void habits.refetch()} />}
      {habits.data && items.length === 0 && (
        <p className="text-ink-soft">
          Something you like to do some times a week, such as a walk. It is counted, not judged.
        </p>
      )}
      {items.length > 0 && (
        <ul aria-label="Habits" className="m-0 flex list-none flex-col gap-3 p-0">
          {items.map((habit) => (
            <HabitRow key={habit.id} habit={habit} zone={zone} />
          ))}
        </ul>
      )}
      {adding ? (
        <HabitForm zone={zone} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            New habit
          </Button>
        </div>
      )}
    </Card>
  )
}

const MOST = 14

function HabitForm({ zone, onDone }: { zone: string; onDone: () => void }) {
  const [name, setName] = useState('')
  const [times, setTimes] = useState(3)
  const create = useDayCommand(createHabit, onDone)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() && !create.isPending) create.mutate({ name: name.trim(), times, zone })
      }}
    >
      <TextField
        takesFocus
        label="Name of the habit"
        placeholder="A walk before lunch"
        maxLength={200}
        value={name}
        onValue={setName}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Select aria-label="How often" value={times} onChange={(event) => setTimes(Number(event.target.value))}>
          {Array.from({ length: MOST }, (_, index) => index + 1).map((each) => (
            <option key={each} value={each}>
              {each === 1 ? 'once a week' : each === 7 ? 'every day' : `${each} times a week`}
            </option>
          ))}
        </Select>
        <Button type="submit" className="min-h-10">
          Make
        </Button>
        <Button className="min-h-10" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
