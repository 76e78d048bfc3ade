import type { EndpointContext } from '#kernel/context.ts'
import type { Connection } from '../../contract.ts'
import { findByAddress, keepLogin, storeConnection } from '../internal.ts'
import type { ConsentClient, Tokens } from './consent-client.ts'
import { providerServers } from './provider-servers.ts'

/** Tokens that a provider gave, and when they were asked for (epoch milliseconds). */
export interface Given {
  tokens: Tokens
  asked: number
  /** The account that they are to be for; null for whichever it is. */
  connectionId: string | null
}

/** Keeps the account that tokens are of: a new one, or one that was there. */
export async function keepAccount(
  { callAsSystem, ports }: Pick<EndpointContext, 'callAsSystem' | 'ports'>,
  client: ConsentClient,
  { tokens, asked, connectionId }: Given,
): Promise<Connection | 'other-account'> {
  const person = await client.whoIs(tokens)
  const { provider } = client
  const { connection } = await callAsSystem(findByAddress, { address: person.address })
  const isOther = connectionId !== null && connectionId !== connection?.id
  // Consent for an account that is not the one that needs it would join the mail of two.
  if (isOther || (connection && connection.provider !== provider)) return 'other-account'
  const login = {
    ...providerServers(ports.registrations, provider, person.address),
    picture: person.picture,
    scopes: tokens.scopes,
    ...secretsOf(tokens, asked),
  }
  if (connection) return callAsSystem(keepLogin, { id: connection.id, ...login })
  return callAsSystem(storeConnection, { provider, address: person.address, name: person.name, ...login })
}

function secretsOf({ accessToken, refreshToken, expiresIn }: Tokens, asked: number) {
  return {
    accessToken,
    accessExpiresAt: asked + expiresIn * 1000,
    ...(refreshToken !== null && { refreshToken }),
  }
}
