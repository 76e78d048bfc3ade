import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import tables from './migrations/0001-tables.ts'
import addNotice from './operations/add-notice.ts'
import countNotices from './operations/count-notices.ts'
import eraseNotices from './operations/erase-notices.ts'
import forgetKinds from './operations/forget-kinds.ts'
import forgetRecords from './operations/forget-records.ts'
import listNotices from './operations/list-notices.ts'
import markAllRead from './operations/mark-all-read.ts'
import markRead from './operations/mark-read.ts'
import eraseWithOwners from './subscriptions/erase-notices.ts'
import forgetWithRecords from './subscriptions/forget-records.ts'
import tellPeople from './subscriptions/tell-people.ts'

export default defineModule({
  name: 'notifications',
  contract,
  tables: { notifications_notice: 'workspace' },
  migrations: [tables],
  operations: [addNotice, countNotices, eraseNotices, forgetKinds, forgetRecords, listNotices, markAllRead, markRead],
  subscriptions: [tellPeople, eraseWithOwners, forgetWithRecords],
  settings: Object.values(contract.noticeSettings),
  uses: [
    'connections.get',
    'focus.get',
    'identity.list-invitations',
    'identity.list-members',
    'identity.list-sessions',
    'mail.get-import',
    'mail.get-outgoing',
    'mail.get-reminder',
    'mail.get-pending-change',
    'tasks.get-reminder-ring',
    'tasks.get-comment',
    'tasks.get-delegation',
  ],
})
