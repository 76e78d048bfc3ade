import { id, integer, migration, primary, table } from '#kernel/migrations/migration.ts'

export default migration('0005-outbox', [
  table('mail_push', {
    // One run carries the changes of an account; the next one has the next number.
    connection_id: primary(id()),
    workspace_id: id(),
    owner_id: id(),
    generation: integer(),
    failures: integer(),
  }),
])
