import { endpoint } from '#kernel/handlers.ts'
import { refreshTokens } from '../../contract.ts'
import { userAgentOf } from '../accounts/answer-session.ts'
import { answerTokens } from '../clients/answer-tokens.ts'
import { shareWork } from '../clients/share-work.ts'
import { peekRefresh, rotateRefresh } from '../internal-clients.ts'
import { hashSecret } from '../secret.ts'

export default endpoint(refreshTokens, async (context, { refreshToken }) => {
  const { callAsSystem, request, fail } = context
  const shown = { refreshToken, client: userAgentOf(request) }
  const session = await shareWork(hashSecret(`${refreshToken} ${shown.client}`), async () => {
    const { session: known, owner } = await callAsSystem(peekRefresh, shown)
    return known ?? (owner && (await callAsSystem(rotateRefresh, shown, owner)).session)
  })
  return session ? answerTokens(context, session) : fail('refresh-not-valid')
})
