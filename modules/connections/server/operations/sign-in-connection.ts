import { endpoint } from '#kernel/handlers.ts'
import { readConnection, signInConnection, type Server } from '../../contract.ts'
import { keepLogin, readSecrets } from '../internal.ts'
import { passwordLogin } from '../sign-in/password-login.ts'
import { tryLogin } from '../sign-in/try-login.ts'
import { serversOf } from '../sign-in/typed-servers.ts'
import { openSecrets } from '../vault/open-secrets.ts'

export default endpoint(signInConnection, async ({ actor, callAsSystem, ports, fail }, { id, ...input }) => {
  const before = await callAsSystem(readConnection, { id })
  if (before.provider !== 'imap') return fail('consent-required')
  const servers = serversOf(input, before.servers, before.address)
  const isElsewhere = isOther(servers.imap, before.servers.imap) || isOther(servers.smtp, before.servers.smtp)
  if (isElsewhere && input.password === null) return fail('password-required')

  const { secrets } = await callAsSystem(readSecrets, { id })
  const kept = openSecrets(ports.sealer, { workspaceId: actor.workspaceId, connectionId: id }, secrets)
  const password = input.password ?? kept.password?.value
  if (password === undefined) return fail('password-required')
  // Another password for IMAP is one for SMTP too, unless that has its own.
  const smtpPassword = input.smtpPassword ?? (input.password === null ? kept['smtp-password']?.value : undefined)

  // What is kept was looked at when it came, or is typed now.
  const refusal = await tryLogin(fail, { ...passwordLogin(servers, password, smtpPassword), typed: true })
  if (refusal) return refusal
  return Response.json(await callAsSystem(keepLogin, { id, ...servers, password, smtpPassword: smtpPassword ?? null }))
})

/** The kept password goes to no other machine, and never with less protection. */
function isOther(next: Server | null, before: Server | null): boolean {
  if (!next) return false
  return next.host !== before?.host || next.port !== before.port || next.security !== before.security
}
