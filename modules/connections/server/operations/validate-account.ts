import { toInstantOrNull } from '#base/time.ts'
import { FailureError } from '#kernel/failure.ts'
import { endpoint } from '#kernel/handlers.ts'
import { access, validateAccount } from '../../contract.ts'
import { readSecrets } from '../internal.ts'
import { ownerOf } from '../policy.ts'

export default endpoint(validateAccount, async ({ actor, callAsSystem, service }, { id }) => {
  const expiry = async () => {
    const { connection, secrets } = await callAsSystem(readSecrets, { id })
    const { updatedAt = null, expiresAt = null } = secrets.find(({ kind }) => kind === 'access-token') ?? {}
    return { state: connection.state, updatedAt, expiresAt }
  }
  const before = await expiry()
  let problem: string | null = null
  try {
    await service(access).open({ connectionId: id, userId: ownerOf(actor), workspaceId: actor.workspaceId })
  } catch (cause) {
    if (!(cause instanceof FailureError)) throw cause
    problem = cause.failure.code
  }
  const after = await expiry()
  return Response.json({
    id,
    state: after.state,
    valid: problem === null,
    refreshed: after.updatedAt !== before.updatedAt,
    accessExpiresAt: toInstantOrNull(after.expiresAt),
    problem,
  })
})
