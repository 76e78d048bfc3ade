import { endpoint } from '#kernel/handlers.ts'
import { addConnection } from '../../contract.ts'
import { discover } from '../discovery/discover.ts'
import { storeConnection } from '../internal.ts'
import { passwordLogin } from '../sign-in/password-login.ts'
import { tryLogin } from '../sign-in/try-login.ts'
import { serversOf } from '../sign-in/typed-servers.ts'

export default endpoint(addConnection, async ({ callAsSystem, fail }, input) => {
  const { address, password, smtpPassword, name, intervalMinutes, windowSince, windowCount } = input
  const typed = input.imapHost !== undefined
  const known = typed ? { imap: null, smtp: null, takesPassword: true } : await discover(address)
  if (!known.takesPassword) return fail('consent-required')
  const servers = serversOf(input, known, address)
  if (!servers.imap) return fail('no-servers-found')

  const refusal = await tryLogin(fail, { ...passwordLogin(servers, password, smtpPassword), typed })
  if (refusal) return refusal
  const made = await callAsSystem(storeConnection, {
    provider: 'imap',
    address,
    name: name ?? address,
    ...servers,
    password,
    ...(smtpPassword !== undefined && { smtpPassword }),
    ...(intervalMinutes !== undefined && { intervalMinutes }),
    ...(windowSince !== undefined && { windowSince }),
    ...(windowCount !== undefined && { windowCount }),
  })
  return Response.json(made, { status: 201 })
})
