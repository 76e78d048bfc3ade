import { TaskKind, type Task } from '#modules/tasks/contract.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '../text-field.tsx'
import type { TaskChange } from '../use-save-task.ts'
import { kindName } from '../words.ts'

interface EffortFieldsProps {
  task: Task
  save: (change: TaskChange) => void
  conflict: (change: TaskChange) => void
}

/** What a task is and asks of a person: labels to find it by, its kind, time, energy. */
export function EffortFields({ task, save, conflict }: EffortFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Labels" hint="Separated by commas">
          {(control) => (
            <TextField
              value={task.labels.join(', ')}
              onSave={(text) => save({ labels: namesIn(text) })}
              onConflict={(text) => conflict({ labels: namesIn(text) })}
            >
              {(text) => <input {...control} {...text} maxLength={2000} className="control w-full" />}
            </TextField>
          )}
        </Field>
        <Field label="Kind">
          {(control) => (
            <Select {...control} value={task.kind} onChange={(event) => save({ kind: event.target.value as TaskKind })}>
              {TaskKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {kindName[kind]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Estimate, minutes" hint="One number, or from and to: 20-45">
          {(control) => (
            <TextField
              value={estimateText(task)}
              onSave={(text) => save(estimateOf(text))}
              onConflict={(text) => conflict(estimateOf(text))}
            >
              {(text) => <input {...control} {...text} inputMode="numeric" maxLength={20} className="control w-full" />}
            </TextField>
          )}
        </Field>
        <Field label="Energy it needs">
          {(control) => (
            <Select
              {...control}
              value={task.energy ?? ''}
              onChange={(event) => save({ energy: event.target.value ? Number(event.target.value) : null })}
            >
              <option value="">Not said</option>
              <option value="1">Little</option>
              <option value="2">Some</option>
              <option value="3">Much</option>
            </Select>
          )}
        </Field>
      </div>
    </>
  )
}

/** The names in a line, each once. */
function namesIn(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.replace(/^\s*#/, '').trim()))].filter(Boolean).slice(0, 50)
}

function estimateText({ estimateMin, estimateMax }: Task): string {
  if (estimateMin === null || estimateMin === estimateMax) return `${estimateMax ?? ''}`
  return estimateMax === null ? `${estimateMin}` : `${estimateMin}-${estimateMax}`
}

/** `30` or `20-45`; whatever else is written means that nobody knows. */
function estimateOf(text: string): Pick<Task, 'estimateMin' | 'estimateMax'> {
  const [first, second] = [...text.matchAll(/\d{1,6}/g)].map(([digits]) => Number(digits))
  if (first === undefined) return { estimateMin: null, estimateMax: null }
  const last = second ?? first
  return { estimateMin: Math.min(first, last), estimateMax: Math.max(first, last) }
}
