import {
  flag,
  id,
  index,
  instant,
  integer,
  json,
  migration,
  nullable,
  table,
  text,
} from '#kernel/migrations/migration.ts'

export default migration('0006-gmail', [
  table(
    'mail_gmail_account',
    {
      workspace_id: id(),
      connection_id: id(),
      owner_id: id(),
      // Counts up with each write, so that of two who look at the account at once one begins again.
      rev: integer(),
      history_id: text(),
      version: integer(),
      high: integer(),
      low: integer(),
      walks: json(),
      names: json(),
      quota: nullable(json()),
      created_at: instant(),
    },
    { primaryKey: ['workspace_id', 'connection_id'], withoutRowid: true },
  ),
  table(
    'mail_gmail_message',
    {
      workspace_id: id(),
      connection_id: id(),
      uid: integer(),
      owner_id: id(),
      // Gmail's ids have 64 bits, more than a number here can hold.
      remote_id: text(),
      box: text(),
      labels: nullable(json()),
      history_id: nullable(text()),
      version: integer(),
      gone: flag(),
      walk: integer(),
    },
    { primaryKey: ['workspace_id', 'connection_id', 'uid'], withoutRowid: true },
  ),
  index('mail_gmail_message', ['workspace_id', 'connection_id', 'remote_id']),
  index('mail_gmail_message', ['workspace_id', 'connection_id', 'box', 'version']),
])
