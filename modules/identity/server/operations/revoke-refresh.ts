import { endpoint } from '#kernel/handlers.ts'
import { revokeRefresh } from '../../contract.ts'
import { endFamily } from '../internal-clients.ts'

export default endpoint(revokeRefresh, async ({ callAsSystem }, { refreshToken }) =>
  Response.json(await callAsSystem(endFamily, { refreshToken })),
)
