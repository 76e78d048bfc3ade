import { endpoint } from '#kernel/handlers.ts'
import { refreshTokens } from '../../contract.ts'
import { userAgentOf } from '../accounts/answer-session.ts'
import { answerTokens } from '../clients/answer-tokens.ts'
import { peekRefresh, rotateRefresh } from '../internal-clients.ts'

export default endpoint(refreshTokens, async (context, { refreshToken }) => {
  const { callAsSystem, request, fail } = context
  const shown = { refreshToken, client: userAgentOf(request) }
  const { session: known, owner } = await callAsSystem(peekRefresh, shown)
  if (!owner) return fail('refresh-not-valid')
  const session = known ?? (await callAsSystem(rotateRefresh, shown, owner)).session
  return session ? answerTokens(context, session) : fail('refresh-not-valid')
})
