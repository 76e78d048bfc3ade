import { endpoint } from '#kernel/handlers.ts'
import { verifyAddress } from '../../contract.ts'
import { useVerification } from '../internal-accounts.ts'

export default endpoint(verifyAddress, async ({ callAsSystem }, { secret }) =>
  Response.json(await callAsSystem(useVerification, { secret })),
)
