import type { AuthInfo } from '@modelcontextprotocol/sdk/server/auth/types.js'
import type { Actor } from '#kernel/actor.ts'

/** Who sent one request. */
export interface McpCaller {
  actor: Actor
  requestId: string
  address: string
}

/** The caller in the form in which the SDK hands it on to handlers. The token itself goes no further. */
export function toAuthInfo(caller: McpCaller): AuthInfo {
  return { token: '', clientId: caller.actor.id, scopes: [...(caller.actor.scopes ?? [])], extra: { caller } }
}

/** The caller of a request that the HTTP part let in. */
export function callerOf(authInfo: AuthInfo | undefined): McpCaller {
  const caller = authInfo?.extra?.caller
  if (!caller) throw new Error('A request reached the tools without a caller')
  return caller as McpCaller
}
