import { endpoint } from '#kernel/handlers.ts'
import { access, noteSync, readConnection, testConnection } from '../../contract.ts'
import { ownerOf } from '../policy.ts'
import { tryLogin } from '../sign-in/try-login.ts'

export default endpoint(testConnection, async ({ actor, callAsSystem, service, fail }, { id }) => {
  // Whoever asks is its owner, or finds nothing.
  await callAsSystem(readConnection, { id })
  const of = { connectionId: id, userId: ownerOf(actor), workspaceId: actor.workspaceId }
  const { imap, smtp } = await service(access).open(of)
  // What is kept was looked at when it came.
  const refusal = await tryLogin(fail, { imap, smtp, typed: true })
  if (refusal) {
    const isRefused = refusal.code === 'login-refused' || refusal.code === 'needs-app-password'
    if (isRefused) await service(access).refused(of, refusal.detail)
    return refusal
  }
  await callAsSystem(noteSync, { id, state: 'active', problem: null })
  const connection = await callAsSystem(readConnection, { id })
  return Response.json({ connection, imap: imap !== null, smtp: smtp !== null })
})
