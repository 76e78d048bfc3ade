import { job } from '#kernel/handlers.ts'
import { sendReset } from '../internal-accounts.ts'
import { prepareReset, RESET_PLACE } from '../mail/reset-job.ts'

export default job(prepareReset, async ({ input: { sealed }, call, ports }) => {
  await call(sendReset, { email: ports.sealer.open(sealed, RESET_PLACE) })
  // Whether there was an account stays out of the record of jobs.
  return {}
})
