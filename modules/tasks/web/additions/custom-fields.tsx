import { useQueryClient } from '@tanstack/react-query'
import {
  listFields,
  setField,
  undoTaskChange,
  type CustomField,
  type FieldValue,
  type Task,
} from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useMembers } from '../delegation/members.ts'
import { TextField } from '../text-field.tsx'

/** The workspace's own fields of a task. Where it has none, nobody sees anything of it. */
export function CustomFields({ task }: { task: Task }) {
  const cache = useQueryClient()
  const fields = useOperation(listFields, { taskId: task.id })
  const refresh = () => cache.invalidateQueries({ queryKey: operationKey(listFields) })
  const save = async (field: CustomField, value: FieldValue | null) => {
    try {
      const { changeId } = await api.call(setField, { taskId: task.id, fieldId: field.id, value })
      if (field.kind === 'text' || field.kind === 'number') announce('Saved')
      else
        showToast({
          message: `Saved: ${field.name}`,
          ...(changeId && { undo: () => void api.call(undoTaskChange, { changeId }).then(refresh, showProblem) }),
        })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  const items = fields.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title="Fields">
      <fieldset disabled={task.deletedAt !== null} className="m-0 grid gap-4 border-0 p-0 sm:grid-cols-2">
        {items.map((field) => (
          <Field key={field.id} label={field.name}>
            {(control) => <Control field={field} control={control} save={(value) => void save(field, value)} />}
          </Field>
        ))}
      </fieldset>
    </Section>
  )
}

interface ControlProps {
  field: CustomField
  control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }
  save: (value: FieldValue | null) => void
}

/** The control of a kind of field; choices save at once, what is typed when it is left. */
function Control({ field, control, save }: ControlProps) {
  const { me, others } = useMembers()
  const { kind, choices, value } = field
  const written = value === null ? '' : String(value)
  if (kind === 'text' || kind === 'number' || kind === 'date') {
    return (
      <TextField value={written} onSave={(text) => save(text.trim() === '' ? null : text)} onConflict={save}>
        {(text) => (
          <input
            {...control}
            {...text}
            {...(kind === 'text' ? { maxLength: 1000 } : { type: kind })}
            {...(kind === 'number' && { step: 'any' })}
            className="control w-full"
          />
        )}
      </TextField>
    )
  }
  const options =
    kind === 'choice'
      ? choices.map((choice) => [choice, choice])
      : kind === 'flag'
        ? [
            ['true', 'Yes'],
            ['false', 'No'],
          ]
        : [...(me ? [[me, 'You']] : []), ...others.map(({ id, name }) => [id, name])]
  // What is no choice any more stays until another is made.
  const gone = written !== '' && !options.some(([option]) => option === written)
  return (
    <Select
      {...control}
      value={written}
      onChange={(event) =>
        save(kind === 'flag' && event.target.value ? event.target.value === 'true' : event.target.value || null)
      }
    >
      <option value="">Not set</option>
      {gone && <option value={written}>{kind === 'person' ? 'Somebody who has left' : written}</option>}
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </Select>
  )
}
