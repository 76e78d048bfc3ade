import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Field } from '#ui/field.tsx'

interface FilterFormProps {
  name: string
  q: string
  shared: boolean
  /** What the button says. */
  save: string
  onSave: (filter: { name: string; q: string; shared: boolean }) => void
  onCancel?: () => void
}

/** The name of a filter, its text, and whether others see it. */
export function FilterForm({ name, q, shared, save, onSave, onCancel }: FilterFormProps) {
  const [filter, setFilter] = useState({ name, q, shared })
  const change = (part: Partial<typeof filter>) => setFilter((before) => ({ ...before, ...part }))
  const ready = filter.name.trim() !== '' && filter.q.trim() !== ''
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSave({ ...filter, name: filter.name.trim() })
      }}
    >
      <Field label="Name">
        {(control) => (
          <input
            {...control}
            value={filter.name}
            maxLength={100}
            placeholder="For example This week"
            className="control w-full"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="What it looks for">
        {(control) => (
          <input
            {...control}
            value={filter.q}
            maxLength={1000}
            className="control w-full font-mono"
            onChange={(event) => change({ q: event.target.value })}
          />
        )}
      </Field>
      <label className="flex min-h-9 items-center gap-3">
        <CheckBox checked={filter.shared} onChange={(event) => change({ shared: event.target.checked })} />
        Everybody here sees it
      </label>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!ready}>
          {save}
        </Button>
        {onCancel && <Button onClick={onCancel}>Leave it</Button>}
      </div>
    </form>
  )
}
