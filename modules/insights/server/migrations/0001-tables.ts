import { id, instant, integer, json, migration, nullable, table, text } from '#kernel/migrations/migration.ts'

export default migration('0001-tables', [
  table(
    'insights_model',
    {
      workspace_id: id(),
      person_id: id(),
      version: integer(),
      learned_at: instant(),
      tasks: integer(),
      back_test: nullable(json()),
      estimator: nullable(text()),
      forgotten_at: nullable(instant()),
    },
    { primaryKey: ['workspace_id', 'person_id'] },
  ),
])
