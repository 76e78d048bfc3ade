import { id, index, instant, json, migration, nullable, primary, table, text } from './migration.ts'

/** What assistants asked of people, and what people allowed for good. */
export const approvalTables = migration('0010-approval-tables', [
  table('approvals', {
    id: primary(id()),
    workspace_id: id(),
    person_id: text(),
    operation: text(),
    input: json(),
    digest: text(),
    client: text(),
    state: text(),
    problem: nullable(text()),
    created_at: instant(),
    expires_at: instant(),
    decided_at: nullable(instant()),
    taken_at: nullable(instant()),
  }),
  index('approvals', ['workspace_id', 'person_id', 'id']),
  index('approvals', ['workspace_id', 'person_id', 'digest']),
  table(
    'approval_grants',
    { workspace_id: id(), person_id: text(), operation: text(), at: instant() },
    { primaryKey: ['workspace_id', 'person_id', 'operation'], withoutRowid: true },
  ),
])
