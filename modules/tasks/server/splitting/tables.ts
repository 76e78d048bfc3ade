/** The tables of templates and of CHAMPS. */
export interface SplittingTables {
  tasks_template: TemplateRow
  tasks_champs: ChampsRow
}

export interface TemplateRow {
  id: string
  rev: number
  name: string
  /** The name as lists order it: letter case makes no difference. */
  name_order: string
  title: string
  notes: string
  priority: number
  energy: number | null
  /** Minutes. */
  estimate_min: number | null
  estimate_max: number | null
  /** From the start, such as `+3d` or `+2w 09:00`. */
  start_in: string | null
  due_in: string | null
  deadline_in: string | null
  project_id: string | null
  /** Names of labels as JSON. */
  labels: string
  /** `TemplateStep`s as JSON. */
  steps: string
  /** A `TaskRecurrence` as JSON. */
  recurrence: string | null
  owner_id: string | null
  /** `Assignee`s as JSON. */
  assignees: string
  created_at: number
  updated_at: number
}

/** One facet of a task; it has one value of each at most. */
export interface ChampsRow {
  facet: string
  value: string
  task_id: string
}
