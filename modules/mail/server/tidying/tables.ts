/** The tables of tidying: what waits, what is let in, and what rules did. */
export interface TidyingTables {
  mail_attention: AttentionRow
  mail_alarm: AlarmRow
  mail_reminder: ReminderRow
  mail_sender: SenderRow
  mail_rule: RuleRow
  mail_rule_match: RuleMatchRow
  mail_rule_run: RuleRunRow
  mail_unsubscribe: UnsubscribeRow
  mail_suggestion: SuggestionRow
}

/** A thread that is hidden until a time, or that came back on top of the inbox. */
export interface AttentionRow {
  owner_id: string
  thread_id: string
  snoozed_until: number | null
  /** Date of the newest message when it was snoozed: what is newer brings it back. */
  newest_at: number | null
  raised_at: number | null
  reason: string | null
  note: string | null
}

/** Something to do at a time. Of the instance, so that one look finds what is due in every workspace. */
export interface AlarmRow {
  id: string
  kind: 'snooze' | 'reminder'
  /** The thread or the reminder. */
  subject_id: string
  of_workspace: string
  owner_id: string
  due_at: number
}

export interface ReminderRow {
  id: string
  owner_id: string
  message_id: string
  thread_id: string
  due_at: number
  note: string | null
  state: string
  created_at: number
  ended_at: number | null
}

/** An address or a domain on a list of a person. */
export interface SenderRow {
  id: string
  owner_id: string
  list: 'blocked' | 'images'
  pattern: string
  created_at: number
}

export interface RuleRow {
  id: string
  owner_id: string
  rev: number
  name: string
  query: string
  connection_id: string | null
  actions: string
  enabled: number
  stop: number
  position: number
  /** Since when it runs: mail dated before is of the past. */
  active_since: number
  created_at: number
}

/** A rule ran on a message, once for good; what it changed, for an undo. */
export interface RuleMatchRow {
  owner_id: string
  rule_id: string
  message_id: string
  run_id: string | null
  change: string
  at: number
}

export interface RuleRunRow {
  id: string
  owner_id: string
  rule_id: string
  name: string
  import_id: string | null
  state: string
  scanned: number
  matched: number
  total: number
  /** Where it goes on: below this message in order of date and id. */
  below_date: number | null
  below_id: string | null
  job_id: string | null
  created_at: number
  finished_at: number | null
}

export interface UnsubscribeRow {
  id: string
  owner_id: string
  message_id: string
  host: string
  state: string
  problem: string | null
  created_at: number
  finished_at: number | null
}

export interface SuggestionRow {
  id: string
  owner_id: string
  message_id: string
  title: string
  due_on: string | null
  reason: string
  quote: string
  state: string
  created_at: number
}
