export interface AttachmentTables {
  tasks_attachment: AttachmentRow
}

export interface AttachmentRow {
  id: string
  task_id: string
  blob: string
  filename: string
  content_type: string
  size: number
  added_by: string
  created_at: number
  /** When it was taken off; for a day it can come back. */
  removed_at: number | null
}
