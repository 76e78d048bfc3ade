import { listMembers } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { isFiltered, kinds, type ActivityFilter } from './activity-filter.ts'

/** Narrows the activity to a person, a kind of record, some days. */
export function FilterBar({
  filter,
  onFilter,
}: {
  filter: ActivityFilter
  onFilter: (filter: ActivityFilter) => void
}) {
  const members = useOperation(listMembers, { limit: 200 })
  const people = members.data?.items ?? []
  const set = (name: keyof ActivityFilter, value: string) => {
    const { [name]: _, ...rest } = filter
    onFilter(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <div role="search" aria-label="Narrow the activity" className="flex flex-wrap items-end gap-3">
      {people.length > 1 && (
        <Choice label="Who" all="Everybody" value={filter.person} onValue={(value) => set('person', value)}>
          {people.map(({ id, name }) => [id, name])}
        </Choice>
      )}
      <Choice label="What" all="Everything" value={filter.kind} onValue={(value) => set('kind', value)}>
        {kinds}
      </Choice>
      <Day label="From" value={filter.from} max={filter.to} onValue={(value) => set('from', value)} />
      <Day label="To" value={filter.to} min={filter.from} onValue={(value) => set('to', value)} />
      {isFiltered(filter) && (
        <Button className="min-h-10" onClick={() => onFilter({})}>
          Show everything
        </Button>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string | undefined
  onValue: (value: string) => void
  children: [value: string, label: string][]
}

function Choice({ label, all, value = '', onValue, children }: ChoiceProps) {
  return (
    <Field label={label} className="max-w-full">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onValue(event.target.value)}>
          <option value="">{all}</option>
          {children.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

interface DayProps {
  label: string
  value: string | undefined
  min?: string | undefined
  max?: string | undefined
  onValue: (value: string) => void
}

function Day({ label, value = '', min, max, onValue }: DayProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          className="control"
          value={value}
          min={min}
          max={max}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
