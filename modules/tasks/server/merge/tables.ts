/** The tables of changes that were made elsewhere and came later. */
export interface MergeTables {
  /** A change that was made: sent again, it counts once. */
  tasks_merge: { id: string; task_id: string; person_id: string; at: number }
  /** What fields said before a change of the same time took its place. */
  tasks_version: VersionRow
}

export interface VersionRow {
  id: string
  task_id: string
  /** The change in which it lost its place. */
  change_id: string
  /** `TaskValues` as JSON. */
  fields: string
  made_at: number | null
  kept_at: number
  restored_at: number | null
}
