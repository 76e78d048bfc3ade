import { handlersFor } from '#kernel/handlers.ts'

/** The tables of insights. The kernel adds `workspace_id` to each. */
export interface InsightsTables {
  insights_model: {
    person_id: string
    /** `MODEL_VERSION` of what is stored. */
    version: number
    learned_at: number
    tasks: number
    /** A `BackTest` as JSON; null where it was forgotten. */
    back_test: string | null
    /** A packed estimator; null where it was forgotten. */
    estimator: string | null
    /** Since when nothing may be learned. */
    forgotten_at: number | null
  }
}

export type ModelRow = InsightsTables['insights_model']

export const { command, query } = handlersFor<InsightsTables>()
