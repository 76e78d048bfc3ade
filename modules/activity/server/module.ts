import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import { projectEvents } from './feed/project-events.ts'
import tables from './migrations/0001-tables.ts'
import listActivity from './operations/list-activity.ts'
import readStatistics from './operations/read-statistics.ts'
import recordHistory from './operations/record-history.ts'

export default defineModule({
  name: 'activity',
  contract,
  tables: { activity_entry: 'workspace', activity_tally: 'instance' },
  migrations: [tables],
  operations: [listActivity, readStatistics, recordHistory],
  subscriptions: [projectEvents],
  uses: ['records.describe', 'identity.describe-users', 'admin.count-users'],
})
