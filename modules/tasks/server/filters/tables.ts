/** Filters that people keep. */
export interface FilterTables {
  tasks_filter: FilterRow
}

export interface FilterRow {
  id: string
  rev: number
  /** Whose it is; others only see it where it is shared. */
  person_id: string
  name: string
  name_order: string
  q: string
  shared: number
  created_at: number
}
