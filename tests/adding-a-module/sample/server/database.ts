import { handlersFor } from '#kernel/handlers.ts'

/** The table of the sample. The kernel adds `workspace_id`. */
export interface SampleTables {
  sample_wish: { id: string; text: string }
}

export const { command, query } = handlersFor<SampleTables>()
