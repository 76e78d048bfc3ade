import countUsers from '../operations/count-users.ts'
import createUser from '../operations/create-user.ts'
import deleteUser from '../operations/delete-user.ts'
import getUser from '../operations/get-user.ts'
import impersonate from '../operations/impersonate.ts'
import listUsers from '../operations/list-users.ts'
import reactivateUser from '../operations/reactivate-user.ts'
import resetUser from '../operations/reset-user.ts'
import setAdmin from '../operations/set-admin.ts'
import startImpersonation from '../operations/start-impersonation.ts'
import stopImpersonating from '../operations/stop-impersonating.ts'
import stopImpersonation from '../operations/stop-impersonation.ts'
import suspendUser from '../operations/suspend-user.ts'

/** What those who keep this Daybook do with accounts. */
export const adminOperations = [
  countUsers,
  createUser,
  deleteUser,
  getUser,
  impersonate,
  listUsers,
  reactivateUser,
  resetUser,
  setAdmin,
  startImpersonation,
  stopImpersonating,
  stopImpersonation,
  suspendUser,
]
