import { listMembers } from '#modules/identity/contract.ts'
import { Field } from '#ui/field.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'

/** What the audit log is narrowed to, as it is typed. */
export interface AuditFilter {
  operation: string
  person: string
  from: string
  to: string
}

export const NO_FILTER: AuditFilter = { operation: '', person: '', from: '', to: '' }

/** A filter as the operation takes it; days begin and end where this browser is. */
export function toInput({ operation, person, from, to }: AuditFilter): Record<string, string> {
  return {
    ...(operation.trim() && { operation: operation.trim() }),
    ...(person && { person }),
    ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
    ...(to && { to: dayAfter(to) }),
  }
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + 1)
  return date.toISOString()
}

/** Narrows the audit log to an operation, a person, some days. */
export function FilterBar({ filter, onFilter }: { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }) {
  const people = useOperation(listMembers, { limit: 200 }).data?.items ?? []
  const set = (part: Partial<AuditFilter>) => onFilter({ ...filter, ...part })
  return (
    <div role="search" aria-label="Narrow the audit log" className="flex flex-wrap items-end gap-3">
      <TextField
        label="Operation"
        type="search"
        placeholder="tasks.create"
        className="min-w-48 flex-1"
        value={filter.operation}
        onValue={(operation) => set({ operation })}
      />
      <Field label="Who" className="max-w-full">
        {(control) => (
          <Select {...control} value={filter.person} onChange={(event) => set({ person: event.target.value })}>
            <option value="">Everybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <TextField label="From" type="date" value={filter.from} onValue={(from) => set({ from })} />
        <TextField label="To" type="date" value={filter.to} onValue={(to) => set({ to })} />
      </div>
    </div>
  )
}
