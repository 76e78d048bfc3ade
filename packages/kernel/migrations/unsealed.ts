import { migration, perDialect } from './migration.ts'

/**
 * Where commands on PostgreSQL leave events and audit entries: a position given before the commit could be passed by
 * a later one, and a reader would skip it. `n` keeps the order within a command and of what follows from another.
 */
export const unsealed = migration('0004-unsealed', [
  perDialect({
    sqlite: [],
    postgres: [
      `CREATE TABLE events_unsealed (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL,
  workspace_id text NOT NULL,
  type text NOT NULL,
  subject_id text NOT NULL,
  actor_id text NOT NULL,
  person_id text,
  at bigint NOT NULL,
  data text NOT NULL
)`,
      `CREATE TABLE audit_unsealed (
  unsealed bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id text NOT NULL,
  actor_id text NOT NULL,
  surface text NOT NULL,
  operation text NOT NULL,
  outcome text NOT NULL,
  subject text,
  at bigint NOT NULL,
  request_id text NOT NULL,
  detail_digest text NOT NULL,
  salt text NOT NULL,
  before text,
  after text
)`,
      // They are emptied all the time: what is dead is taken away early, so that an empty table stays small.
      'ALTER TABLE events_unsealed SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)',
      'ALTER TABLE audit_unsealed SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)',
    ],
  }),
])
