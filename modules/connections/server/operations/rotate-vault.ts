import { rotateVault } from '../../contract.ts'
import { command } from '../database.ts'
import { rotateJob } from '../internal.ts'
import { makeCurrent } from '../vault/current-key.ts'

/** From here on new secrets lie under the new key; a job brings the others after. */
export default command(rotateVault, async ({ db, sealer, enqueue, now }) => {
  const key = await makeCurrent(db, sealer, now())
  return { job: await enqueue(rotateJob, {}, { key: key.id }) }
})
