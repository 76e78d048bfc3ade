import { provide, type ServiceContext } from '#kernel/module-services.ts'
import {
  access,
  type Access,
  type AccessOf,
  type AccountAccess,
  type Server,
  type ServerAccess,
} from '../../contract.ts'
import { noteRefused } from '../internal.ts'
import { passwordLogin } from '../sign-in/password-login.ts'
import { AccessTokens } from './access-tokens.ts'
import { readAccount } from './read-account.ts'
import { refuse } from './refuse.ts'
import { SingleFlight } from './single-flight.ts'

const GMAIL = 'https://gmail.googleapis.com'
const MAX_REASON = 500

export const provideAccess = provide(access, createAccess)

function createAccess(context: ServiceContext): Access {
  const tokens = new AccessTokens(context)
  const flights = new SingleFlight<AccountAccess>()

  async function open(of: AccessOf): Promise<AccountAccess> {
    const account = await readAccount(context, of)
    const { connection, secrets } = account
    if (connection.state === 'paused') throw refuse('connection-paused')
    if (connection.state === 'needs-consent') throw refuse('needs-consent')
    if (connection.provider === 'imap') {
      const { password, 'smtp-password': smtpPassword } = secrets
      if (!password) throw refuse('needs-consent')
      return { connection, ...passwordLogin(connection.servers, password.value, smtpPassword?.value), gmail: null }
    }
    const accessToken = await tokens.fresh(of, account)
    const { google } = context.ports.registrations
    const { imap, smtp } = connection.servers
    return {
      connection,
      imap: imap && withToken(imap, accessToken),
      smtp: smtp && withToken(smtp, accessToken),
      gmail: connection.provider === 'google' ? { accessToken, baseUrl: google?.baseUrl ?? GMAIL } : null,
    }
  }

  return {
    open: (of) => flights.run(`${of.workspaceId} ${of.userId} ${of.connectionId}`, () => open(of)),
    async refused(of, reason) {
      await context.acting(of).call(noteRefused, { id: of.connectionId, reason: reason.slice(0, MAX_REASON) })
    },
  }
}

function withToken({ username, ...server }: Server, accessToken: string): ServerAccess {
  return { ...server, auth: { user: username, accessToken } }
}
