import { id, migration, primary, table, text } from '#kernel/migrations/migration.ts'

export default migration('0001-tables', [table('sample_wish', { id: primary(id()), workspace_id: id(), text: text() })])
