import { flag, id, index, instant, integer, migration, table, text } from '#kernel/migrations/migration.ts'

export default migration('0001-tables', [
  table(
    'activity_entry',
    {
      workspace_id: id(),
      position: integer(),
      event_id: id(),
      at: instant(),
      actor_id: text(),
      person_id: text(),
      action: text(),
      kind: text(),
      record_id: text(),
      amount: integer(),
      bulk: flag(),
    },
    { primaryKey: ['workspace_id', 'position'], withoutRowid: true },
  ),
  index('activity_entry', ['workspace_id', 'record_id', 'position']),
  index('activity_entry', ['workspace_id', 'person_id', 'actor_id', 'action', 'position']),
  table(
    'activity_tally',
    { workspace_id: id(), action: text(), day: text(), amount: integer() },
    { primaryKey: ['workspace_id', 'action', 'day'], withoutRowid: true },
  ),
])
