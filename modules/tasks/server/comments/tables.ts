export interface CommentTables {
  tasks_comment: CommentRow
}

export interface CommentRow {
  id: string
  rev: number
  task_id: string
  author_id: string
  body: string
  /** Ids of people as JSON. */
  mentions: string
  created_at: number
  edited_at: number | null
}
