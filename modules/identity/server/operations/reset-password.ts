import { endpoint } from '#kernel/handlers.ts'
import { resetPassword } from '../../contract.ts'
import { weaknessOf } from '../accounts/refuse-weak.ts'
import { keepPassword, readReset } from '../internal-accounts.ts'
import { hashPassword } from '../passwords/hash-password.ts'

export default endpoint(resetPassword, async ({ callAsSystem, fail }, { secret, password }) => {
  const { found } = await callAsSystem(readReset, { secret })
  if (!found) return fail('link-not-valid')
  const weakness = weaknessOf(password, [found.name, found.email])
  if (weakness) return fail('weak-password', weakness)

  const passwordHash = await hashPassword(password)
  await callAsSystem(keepPassword, { userId: found.userId, passwordHash, how: 'reset', link: secret }, found)
  return Response.json({ email: found.email })
})
