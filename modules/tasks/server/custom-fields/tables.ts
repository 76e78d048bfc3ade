import type { CustomFieldKind } from '../../contract.ts'

export interface CustomFieldTables {
  tasks_field: CustomFieldRow
  tasks_field_value: FieldValueRow
}

export interface CustomFieldRow {
  id: string
  rev: number
  name: string
  /** The word that filters know it by. */
  key: string
  kind: CustomFieldKind
  /** Words as JSON. */
  choices: string
  archived: number
  created_at: number
  updated_at: number
}

export interface FieldValueRow {
  field_id: string
  task_id: string
  /** Text, a choice, a person. */
  text_value: string | null
  day_value: string | null
  /** Ten-thousandths of a number; 1 for a flag. */
  number_value: number | null
}
