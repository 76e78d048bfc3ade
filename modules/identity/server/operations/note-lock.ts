import { accountLocked } from '../../contract.ts'
import { command } from '../database.ts'
import { noteLock } from '../internal-accounts.ts'

export default command(noteLock, async ({ emit }, { userId }) => {
  if (userId !== null) emit(accountLocked, { id: userId })
  return {}
})
