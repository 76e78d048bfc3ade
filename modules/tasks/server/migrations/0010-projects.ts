import {
  addColumns,
  id,
  index,
  integer,
  migration,
  nullable,
  table,
  instant,
  text,
  withDefault,
} from '#kernel/migrations/migration.ts'

/** Whose a project is, who sees it, where it stands; and the secret addresses of feeds. */
export default migration('0010-projects', [
  addColumns('tasks_project', {
    owner_id: nullable(id()),
    private_to: nullable(id()),
    parent_id: nullable(id()),
    position: withDefault(integer(), '0'),
  }),
  // The order of lists.
  index('tasks_project', ['workspace_id', 'archived', 'position', 'name_order', 'id']),
  index('tasks_project', ['workspace_id', 'private_to'], { where: 'private_to IS NOT NULL' }),
  table(
    'tasks_feed',
    {
      id: id(),
      of_workspace: id(),
      owner_id: id(),
      name: text(),
      secret_hash: text(),
      created_at: instant(),
      read_at: nullable(instant()),
    },
    { primaryKey: ['id'] },
  ),
  index('tasks_feed', ['secret_hash'], { unique: true }),
  index('tasks_feed', ['of_workspace', 'owner_id', 'id']),
])
