import { handlersFor } from '#kernel/handlers.ts'
import type { FocusMode, FocusSound } from '../contract.ts'

/** How a session goes, as it is stored. */
export interface SetupColumns {
  mode: FocusMode
  work_minutes: number
  break_minutes: number
  long_break_minutes: number
  cycles: number
  break_share: number
  sound: FocusSound
}

/** A session as the clock saw it; what was corrected stands in rows of its own. */
export interface SessionRow extends SetupColumns {
  id: string
  person_id: string
  task_id: string | null
  intention: string
  together: number
  by_hand: number
  distractions: number
  started_at: number
  ended_at: number | null
  /** Where what counts of it begins and ends by the last correction: history is found by it. */
  counts_from: number
  counts_until: number | null
}

/** A stretch without a change. Phases are counted: work has odd numbers, breaks have even ones. */
export interface StretchRow {
  session_id: string
  n: number
  kind: 'work' | 'break' | 'pause'
  phase: number
  started_at: number
  ended_at: number | null
  /** Milliseconds that its phase is to last, pauses left out; null counts up. */
  planned: number | null
  /** The bell of it that an open page has rung: when it was due. */
  bell_heard: number | null
}

/** What somebody says a session was. */
export interface CorrectionRow {
  id: string
  session_id: string
  person_id: string
  at: number
  started_at: number
  /** Milliseconds. */
  worked: number
  task_id: string | null
  left_out: number
  /** Whether its time is another than the clock's. */
  placed: number
  note: string
}

export interface ThoughtRow {
  id: string
  person_id: string
  session_id: string | null
  text: string
  state: 'parked' | 'task' | 'let-go'
  task_id: string | null
  parked_at: number
}

export interface TemplateRow extends SetupColumns {
  id: string
  person_id: string
  name: string
  created_at: number
}

/** The tables of focus. The kernel adds `workspace_id` to each. */
export interface FocusTables {
  focus_session: SessionRow
  focus_stretch: StretchRow
  focus_correction: CorrectionRow
  focus_thought: ThoughtRow
  focus_template: TemplateRow
}

export const { command, query } = handlersFor<FocusTables>()
