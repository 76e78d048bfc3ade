import { migration } from './migration.ts'

/** Which process carries out a subscription, until when: on PostgreSQL there may be several. */
export const leases = migration('0005-leases', [
  (dialect) => {
    const instant = dialect === 'sqlite' ? 'INTEGER' : 'bigint'
    return [
      'ALTER TABLE subscriptions ADD COLUMN holder TEXT',
      `ALTER TABLE subscriptions ADD COLUMN lease_until ${instant}`,
    ]
  },
])
