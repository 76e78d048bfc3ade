import { id, index, instant, migration, nullable, primary, table, text } from '#kernel/migrations/migration.ts'

const OWNED = ['workspace_id', 'person_id']

export default migration('0001-tables', [
  table('notifications_notice', {
    id: primary(id()),
    workspace_id: id(),
    person_id: id(),
    kind: text(),
    notice_key: text(),
    title: text(),
    detail: nullable(text()),
    record_kind: nullable(text()),
    record_id: nullable(text()),
    created_at: instant(),
    read_at: nullable(instant()),
  }),
  index('notifications_notice', [...OWNED, 'id']),
  index('notifications_notice', [...OWNED, 'notice_key'], { unique: true }),
])
