import { endpoint } from '#kernel/handlers.ts'
import { confirmTotp } from '../../contract.ts'
import { checkFactor, forgiveFactor } from '../accounts/check-factor.ts'
import { readPendingTotp, turnTotpOn } from '../internal-factors.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(confirmTotp, async (context, { code }) => {
  const { actor, callAsSystem, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  const { sealed } = await callAsSystem(readPendingTotp, { userId: actor.id })
  if (sealed === null) return fail('no-authenticator')
  const account = { userId: actor.id, workspaceId: actor.workspaceId, totp: sealed }
  const proof = await checkFactor(context, account, { code })
  if (proof?.totpStep === undefined) return fail('wrong-code')

  const answer = await callAsSystem(turnTotpOn, { userId: actor.id, step: proof.totpStep })
  await forgiveFactor(context, actor.id)
  return Response.json(answer)
})
