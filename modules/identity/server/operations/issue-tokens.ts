import type { EndpointContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { endpoint } from '#kernel/handlers.ts'
import { issueTokens } from '../../contract.ts'
import { userAgentOf } from '../accounts/answer-session.ts'
import { checkFactor, forgiveFactor } from '../accounts/check-factor.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { answerTokens } from '../clients/answer-tokens.ts'
import { startSession, type Proof } from '../internal-accounts.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'
import { startOrNull } from '../sessions/start-or-null.ts'

interface Who {
  userId: string
  workspaceId: string
  proof: Proof
}

interface Shown {
  email?: string | undefined
  password?: string | undefined
  code?: string | undefined
  recoveryCode?: string | undefined
}

export default endpoint(issueTokens, async (context, { client, scopes, ...shown }) => {
  const { callAsSystem, request, fail } = context
  const who = shown.email === undefined ? await ofSession(context, scopes) : await ofPassword(context, shown)
  if (who instanceof Failure) return who

  const { userId, workspaceId, proof } = who
  const session = { userId, workspaceId, userAgent: userAgentOf(request), client, scopes, ...proof }
  const started = await startOrNull(() => callAsSystem(startSession, { kind: 'client', ...session }, who))
  if (!started) return fail('wrong-code')
  if (shown.code !== undefined || shown.recoveryCode !== undefined) await forgiveFactor(context, userId)
  return answerTokens(context, { sessionId: started.sessionId, userId, scopes, refreshToken: started.secret })
})

type Context = EndpointContext<keyof typeof issueTokens.errors>

/** A browser's session may make a client of its own; a token never makes another that outlives it. */
async function ofSession(context: Context, scopes: readonly string[]): Promise<Who | Failure> {
  const { actor, fail } = context
  if (actor.kind !== 'person') return fail('not-signed-in')
  if (actor.scopes !== null || actor.impersonatorId) return fail('not-allowed')
  const isReading = scopes.every((scope) => scope === 'read' || scope.endsWith(':read'))
  if (!isReading && (await mustConfirmFirst(context))) return fail('reauthentication-required')
  return { userId: actor.id, workspaceId: actor.workspaceId, proof: {} }
}

async function ofPassword(context: Context, shown: Shown): Promise<Who | Failure> {
  const { fail } = context
  const account = await checkPassword(context, shown.email!, shown.password ?? '')
  if (!account) return fail('wrong-credentials')
  const { userId, workspaceId } = account
  if (account.totp === null) return { userId, workspaceId, proof: {} }
  if (shown.code === undefined && shown.recoveryCode === undefined) return fail('second-factor-required')
  const proof = await checkFactor(context, account, shown)
  return proof ? { userId, workspaceId, proof } : fail('wrong-code')
}
