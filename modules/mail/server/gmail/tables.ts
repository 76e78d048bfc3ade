/** The tables of Gmail's index. */
export interface GmailTables {
  mail_gmail_account: GmailAccountRow
  mail_gmail_message: GmailMessageRow
}

/** How far the index of an account is. */
export interface GmailAccountRow {
  connection_id: string
  owner_id: string
  rev: number
  /** Gmail's state up to which the index is. */
  history_id: string
  /** The index's own state: counts up with each change of it. */
  version: number
  /** The next uid of what arrives. */
  high: number
  /** The next uid of what the walk back finds. */
  low: number
  /** `Walks` as JSON. */
  walks: string
  /** Names of the labels, by id, as JSON. */
  names: string
  /** `QuotaStatus` as JSON, with when it was so. */
  quota: string | null
  created_at: number
}

/** A message as it lies in one of Gmail's mailboxes. One that moved has a row for each place it was in. */
export interface GmailMessageRow {
  connection_id: string
  uid: number
  owner_id: string
  remote_id: string
  box: string
  /** Ids of labels as JSON; null until the message was fetched. */
  labels: string | null
  /** The state of Gmail that the labels are of. */
  history_id: string | null
  /** The state of the index in which this row changed last. */
  version: number
  gone: number
  /** The walk that listed it last. */
  walk: number
}

export const gmailTables = {
  mail_gmail_account: 'workspace',
  mail_gmail_message: 'workspace',
} as const
