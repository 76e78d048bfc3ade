import { endpoint } from '#kernel/handlers.ts'
import { readInvitation } from '../../contract.ts'
import { openInvitation } from '../people/internal.ts'

export default endpoint(readInvitation, async ({ callAsSystem }, { secret }) =>
  Response.json(await callAsSystem(openInvitation, { secret })),
)
