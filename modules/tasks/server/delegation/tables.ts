import type { AttachmentTables } from '../attachments/tables.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { CustomFieldTables } from '../custom-fields/tables.ts'
import type { DelegationMode, DelegationState } from '../../contract.ts'

/** The tables of what people give each other to do, and of what they add to tasks. */
export interface DelegationTables extends CommentTables, CustomFieldTables, AttachmentTables {
  tasks_agent: AgentRow
  tasks_delegation: DelegationRow
  tasks_prp: PrpRow
}

export interface AgentRow {
  id: string
  rev: number
  name: string
  /** Words as JSON. */
  skills: string
  /** How much open work it takes at once. */
  max_open: number
  archived: number
  created_at: number
  updated_at: number
}

export interface DelegationRow {
  id: string
  rev: number
  task_id: string
  mode: DelegationMode
  /** Who was asked: a person or an agent. */
  person_id: string | null
  agent_id: string | null
  given_by: string
  state: DelegationState
  note: string
  reason: string | null
  /** Minutes. */
  estimate: number | null
  /** What the task had taken when it was given away. */
  spent_before: number
  actual: number | null
  created_at: number
  updated_at: number
  ended_at: number | null
}

export interface PrpRow {
  task_id: string
  rev: number
  document: string
  saved_by: string
  saved_at: number
}
