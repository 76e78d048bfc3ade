import type { TaskFilter } from '../../contract.ts'
import type { FilterRow } from './tables.ts'

/** A row of filters as one person sees it. */
export function toFilter({ id, rev, name, q, shared, person_id }: FilterRow, personId: string): TaskFilter {
  return { id, rev, name, q, shared: shared === 1, mine: person_id === personId }
}
