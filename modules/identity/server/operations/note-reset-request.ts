import { command } from '../database.ts'
import { noteResetRequest } from '../internal-accounts.ts'
import { prepareReset, RESET_PLACE } from '../mail/reset-job.ts'

export default command(noteResetRequest, async ({ enqueue, sealer }, { email }) => {
  await enqueue(prepareReset, { sealed: sealer.seal(email, RESET_PLACE) })
  return {}
})
