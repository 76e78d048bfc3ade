import { addColumns, id, index, integer, migration, nullable, withDefault } from '#kernel/migrations/migration.ts'

export default migration('0008-draft-copies', [
  addColumns('mail_draft', {
    copy_id: nullable(id()),
    copied_rev: nullable(integer()),
    copy_run: withDefault(integer(), '0'),
  }),
  index('mail_draft', ['workspace_id', 'copy_id'], { where: 'copy_id IS NOT NULL' }),
])
