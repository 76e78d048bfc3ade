/** The table of what was made of captures. The kernel adds `workspace_id`. */
export interface CapturedTables {
  tasks_captured: {
    item_id: string
    capture_id: string
    kind: 'task' | 'shopping' | 'goal' | 'habit'
    /** A task or a project; of a habit, which the day keeps, the piece itself. */
    record_id: string
    at: number
  }
}
