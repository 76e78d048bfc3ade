import { useDeferredValue, useState } from 'react'
import { listAllAudit, listAudit } from '#kernel/builtin/contract.ts'
import { Section } from '#ui/section.tsx'
import { useIsInstanceAdmin } from '../use-me.ts'
import { FilterBar, NO_FILTER, toInput } from './audit-filter.tsx'
import { AuditList } from './audit-list.tsx'

/** Who did what, newest first; the chain of entries is checked by `daybook verify`. */
export function Pane() {
  const mayReadAll = useIsInstanceAdmin()
  const [everywhere, setEverywhere] = useState(false)
  const [filter, setFilter] = useState(NO_FILTER)
  const input = toInput(useDeferredValue(filter))
  return (
    <Section title="Audit log" hint="Every change and every refusal. Nobody can alter an entry without being noticed.">
      <FilterBar filter={filter} onFilter={setFilter} />
      {mayReadAll && (
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className="m-0 size-6 accent-blue"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.target.checked)}
          />
          All workspaces, and what strangers were refused
        </label>
      )}
      <AuditList operation={everywhere ? listAllAudit : listAudit} input={input} />
    </Section>
  )
}
