import { handlersFor } from '#kernel/handlers.ts'

/** The tables of activity. */
export interface ActivityTables {
  activity_entry: {
    /** Of the first event that it tells of. */
    position: number
    /** Of the newest. */
    event_id: string
    at: number
    actor_id: string
    /** Whom it belongs to; empty where nobody knows. */
    person_id: string
    action: string
    kind: string
    record_id: string
    amount: number
    /** It stands for what goes on after the first few. */
    bulk: number
  }
  /** Events a day, for statistics over all workspaces. */
  activity_tally: { workspace_id: string; action: string; day: string; amount: number }
}

export const { query, projection } = handlersFor<ActivityTables>()
