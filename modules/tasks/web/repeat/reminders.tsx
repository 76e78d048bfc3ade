import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import {
  addReminder,
  listTaskReminders,
  removeReminder,
  snoozeReminder,
  type Task,
  type TaskReminder,
} from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { dayAndTime } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { fromLocalInput } from '../local-input.ts'
import { reminderChoices, reminderWords } from './reminder-words.ts'
import { browserZone } from './repeat-choices.ts'

const OWN = 'own'

/** When somebody is reminded of a task: at a time, or before its dates. */
export function Reminders({ task }: { task: Task }) {
  const cache = useQueryClient()
  const reminders = useOperation(listTaskReminders, { taskId: task.id })
  const [isOwn, setOwn] = useState(false)
  const [at, setAt] = useState('')
  const closed = task.deletedAt !== null || task.status === 'done' || task.status === 'dropped'

  const run = async (work: () => Promise<TaskReminder>, told?: (done: TaskReminder) => void) => {
    try {
      const done = await work()
      told?.(done)
    } catch (error) {
      showProblem(error)
    }
    await cache.invalidateQueries({ queryKey: operationKey(listTaskReminders) })
  }
  const add = (when: { at: string } | { relatedTo: 'start' | 'due'; minutesBefore: number }) =>
    run(() => api.call(addReminder, { taskId: task.id, zone: browserZone(), ...when }))
  const remove = (reminder: TaskReminder) =>
    run(
      () => api.call(removeReminder, { id: reminder.id }),
      ({ ringsAt }) =>
        showToast({ message: 'Reminder removed', ...(ringsAt && { undo: () => void add(whenOf(reminder)) }) }),
    )
  const choose = (value: string) => {
    setOwn(value === OWN)
    const [relatedTo, minutes] = value.split(' ')
    if (value !== '' && value !== OWN) void add({ relatedTo: relatedTo as 'due', minutesBefore: Number(minutes) })
  }
  const items = reminders.data?.items ?? []

  return (
    <Section title="Reminders" {...(items.length === 0 && { hint: 'None yet.' })}>
      {reminders.isError && !reminders.data && (
        <ErrorState error={reminders.error} retry={() => void reminders.refetch()} />
      )}
      {items.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {items.map((reminder) => (
            <li key={reminder.id} className="flex min-h-11 flex-wrap items-center gap-x-3">
              <AlarmClock size={18} aria-hidden />
              <span className="min-w-0 flex-1">
                {reminderWords(reminder)}
                <span className="block text-sm text-ink-soft">{whenWords(reminder)}</span>
              </span>
              {reminder.rangAt && !reminder.ringsAt && !closed && (
                <Button onClick={() => void run(() => api.call(snoozeReminder, { id: reminder.id, minutes: 60 }))}>
                  Again in an hour
                </Button>
              )}
              <IconButton
                quiet
                label={`Remove the reminder ${reminderWords(reminder)}`}
                icon={X}
                onClick={() => void remove(reminder)}
              />
            </li>
          ))}
        </ul>
      )}
      {!closed && (
        <Field label="Remind me">
          {(control) => (
            <Select {...control} value={isOwn ? OWN : ''} onChange={(event) => choose(event.target.value)}>
              <option value="">Choose when…</option>
              {reminderChoices(task).map(({ label, relatedTo, minutes }) => (
                <option key={label} value={`${relatedTo} ${minutes}`}>
                  {label}
                </option>
              ))}
              <option value={OWN}>At a time</option>
            </Select>
          )}
        </Field>
      )}
      {!closed && isOwn && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const instant = fromLocalInput(at)
            if (instant) void add({ at: instant }).then(() => setOwn(false))
          }}
        >
          <Field label="Time of the reminder" className="min-w-0 flex-1">
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                required
                value={at}
                className="control w-full"
                onChange={(event) => setAt(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" icon={Plus}>
            Add reminder
          </Button>
        </form>
      )}
    </Section>
  )
}

function whenOf({ at, relatedTo, minutesBefore, ringsAt }: TaskReminder) {
  if (relatedTo) return { relatedTo, minutesBefore: minutesBefore ?? 0 }
  return { at: at ?? ringsAt! }
}

function whenWords({ ringsAt, rangAt }: TaskReminder): string {
  if (ringsAt) return dayAndTime(ringsAt)
  return rangAt ? `Came ${dayAndTime(rangAt)}` : 'Waits for a date'
}
