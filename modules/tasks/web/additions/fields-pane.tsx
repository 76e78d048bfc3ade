import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { createField, CustomFieldKind, listFields, updateField, type CustomField } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'

const kindName: Record<CustomFieldKind, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  flag: 'Yes or no',
  person: 'Person',
}

/** The fields that the workspace adds to its tasks. */
export function Pane() {
  const cache = useQueryClient()
  const fields = useOperation(listFields, {})
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listFields) })
  const change = useCommand(updateField, { onSuccess: refresh })
  const putAway = ({ id, name }: CustomField) =>
    change.mutate(
      { id, archived: true },
      {
        onSuccess: () =>
          showToast({ message: `Put away: ${name}`, undo: () => change.mutate({ id, archived: false }) }),
      },
    )
  const items = fields.data?.items ?? []
  return (
    <>
      <Section
        title="Fields of tasks"
        hint="Everybody in the workspace sees them on every task. Filters know each by its word, such as venue:hall."
      >
        {fields.isPending && <Skeleton rows={2} label="Loading the fields" />}
        {fields.isError && !fields.data && <ErrorState error={fields.error} retry={() => void fields.refetch()} />}
        {fields.data && items.length === 0 && <p>There is none yet. For example “Venue”, as text.</p>}
        {items.length > 0 && (
          <ul aria-label="Fields" className="m-0 flex list-none flex-col gap-2 p-0">
            {items.map((field) => (
              <li key={field.id} className="sheet flex flex-wrap items-center gap-2 p-3">
                <span className="min-w-0 font-semibold wrap-anywhere">{field.name}</span>
                <Chip accent="lilac">{kindName[field.kind]}</Chip>
                <code className="font-mono text-sm">{field.key}:</code>
                {field.choices.length > 0 && (
                  <span className="min-w-0 text-sm text-ink-soft">{field.choices.join(', ')}</span>
                )}
                <Button className="ml-auto" onClick={() => putAway(field)}>
                  Put away<span className="sr-only"> {field.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <NewField onMade={refresh} />
    </>
  )
}

function NewField({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CustomFieldKind>('text')
  const [choices, setChoices] = useState('')
  const create = useCommand(createField, {
    onSuccess: () => {
      setName('')
      setChoices('')
      onMade()
    },
    onError: () => undefined,
  })
  const words = choices
    .split(',')
    .map((choice) => choice.trim())
    .filter(Boolean)
  return (
    <Section title="New field">
      <form
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ name: name.trim(), kind, choices: kind === 'choice' ? words : [] })
        }}
      >
        <Field label="Name" error={create.error?.problem.detail}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={60}
              className="control w-full"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Kind">
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as CustomFieldKind)}>
              {CustomFieldKind.options.map((each) => (
                <option key={each} value={each}>
                  {kindName[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {kind === 'choice' && (
          <Field label="Choices" hint="Separated by commas" className="sm:col-span-2">
            {(control) => (
              <input
                {...control}
                required
                maxLength={5000}
                className="control w-full"
                value={choices}
                onChange={(event) => setChoices(event.target.value)}
              />
            )}
          </Field>
        )}
        <p className="sm:col-span-2">
          <Button type="submit" icon={Plus} disabled={!name.trim() || create.isPending}>
            Add the field
          </Button>
        </p>
      </form>
    </Section>
  )
}
