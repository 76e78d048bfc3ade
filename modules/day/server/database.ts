import { handlersFor } from '#kernel/handlers.ts'
import type { RitualPart } from '../contract.ts'

/** The tables of the day. The kernel adds `workspace_id` to each; every row belongs to one person. */
export interface DayTables {
  day_energy: {
    id: string
    person_id: string
    level: number
    at: number
    /** The day and the hour on the person's own wall. */
    on_day: string
    hour: number
  }
  day_person: {
    person_id: string
    /** A `CompassZone[]` as JSON; null while the usual zones are. */
    compass: string | null
    /** When somebody said "not now" to the question about energy. */
    energy_postponed_at: number | null
  }
  day_ritual: {
    person_id: string
    on_day: string
    part: RitualPart
    state: 'done' | 'skipped'
    at: number
    /** What was written to its prompts. */
    first: string
    second: string
  }
  day_plan: {
    person_id: string
    on_day: string
    /** Ids of tasks as JSON, three at most. */
    task_ids: string
  }
  day_pause: { id: string; person_id: string; from_day: string; to_day: string | null; created_at: number }
  day_habit: {
    id: string
    person_id: string
    name: string
    times: number
    paused: number
    archived: number
    created_at: number
  }
  day_habit_count: {
    id: string
    person_id: string
    habit_id: string
    on_day: string
    /** The Monday of its week. */
    week: string
    /** How often a week was meant when it was counted: what was earned by then stays earned. */
    goal: number
  }
}

export type EnergyRow = DayTables['day_energy']
export type PauseRow = DayTables['day_pause']
export type HabitRow = DayTables['day_habit']
export type RitualRow = DayTables['day_ritual']

export const { command, query } = handlersFor<DayTables>()
