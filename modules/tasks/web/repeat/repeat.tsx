import { useEffect, useEffectEvent, useState } from 'react'
import SkipForward from 'lucide-react/icons/skip-forward'
import { getRecurrence, type Task, type TaskRecurrence } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { NextDates } from './next-dates.tsx'
import { OwnRule } from './own-rule.tsx'
import { browserZone, repeatChoices } from './repeat-choices.ts'
import { useRepeat } from './use-repeat.ts'

const OWN = 'own'
/** Milliseconds after which a choice is meant. */
const SETTLED = 300

/** Whether and how a task comes again. */
export function Repeat({ task }: { task: Task }) {
  const { set, skip } = useRepeat(task)
  const [isOwn, setOwn] = useState(false)
  const { recurrence } = task
  const closed = task.deletedAt !== null || task.status === 'done' || task.status === 'dropped'
  const detail = useOperation(getRecurrence, { id: task.id }, { enabled: recurrence !== null && !closed })
  const choices = repeatChoices(task)
  const known = choices.some(({ rule }) => rule === recurrence?.rule)
  // Arrow keys walk through the choices: what is chosen shows at once, and only the last of them is saved.
  const [walked, setWalked] = useState<string | null>(null)
  const chosen = walked ?? (isOwn || (recurrence && !known) ? OWN : (recurrence?.rule ?? ''))
  const change = (part: Partial<TaskRecurrence>) => {
    const base: TaskRecurrence = recurrence ?? { rule: '', zone: browserZone(), from: 'due', onMiss: 'skip' }
    return set({ ...base, ...part })
  }
  const save = useEffectEvent(async (value: string) => {
    setOwn(value === OWN)
    if (value === '' && recurrence) await set(null)
    else if (value !== '' && value !== OWN && value !== recurrence?.rule) await change({ rule: value })
    setWalked((now) => (now === value ? null : now))
  })
  useEffect(() => {
    if (walked === null) return
    const timer = setTimeout(() => void save(walked), SETTLED)
    return () => clearTimeout(timer)
  }, [walked])

  return (
    <Section title="Repeat" {...(!recurrence && { hint: 'When it is done, the next one is made by itself.' })}>
      <fieldset disabled={closed} className="m-0 flex flex-col gap-4 border-0 p-0">
        <Field label="How often">
          {(control) => (
            <Select {...control} value={chosen} onChange={(event) => setWalked(event.target.value)}>
              <option value="">Never</option>
              {choices.map(({ label, rule }) => (
                <option key={rule} value={rule}>
                  {label}
                </option>
              ))}
              <option value={OWN}>By a rule of my own</option>
            </Select>
          )}
        </Field>
        {chosen === OWN && (
          <OwnRule
            task={task}
            onUse={async (rule) => {
              if (await change({ rule })) setOwn(false)
            }}
          />
        )}
        {recurrence && <Terms recurrence={recurrence} change={(part) => void change(part)} />}
        {recurrence && detail.data && (
          <>
            <NextDates words={detail.data.words} next={detail.data.next} />
            {detail.data.next.length > 0 && (
              <Button icon={SkipForward} className="self-start" onClick={() => void skip()}>
                Leave out this date
              </Button>
            )}
          </>
        )}
      </fieldset>
    </Section>
  )
}

function Terms(props: { recurrence: TaskRecurrence; change: (part: Partial<TaskRecurrence>) => void }) {
  const { recurrence, change } = props
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Counted from">
        {(control) => (
          <Select
            {...control}
            value={recurrence.from}
            onChange={(event) => change({ from: event.target.value as TaskRecurrence['from'] })}
          >
            <option value="due">Its date</option>
            <option value="completion">When it was done</option>
          </Select>
        )}
      </Field>
      {recurrence.from === 'due' && (
        <Field label="Dates that pass meanwhile">
          {(control) => (
            <Select
              {...control}
              value={recurrence.onMiss}
              onChange={(event) => change({ onMiss: event.target.value as TaskRecurrence['onMiss'] })}
            >
              <option value="skip">Let them go</option>
              <option value="keep">One after the other</option>
            </Select>
          )}
        </Field>
      )}
    </div>
  )
}
