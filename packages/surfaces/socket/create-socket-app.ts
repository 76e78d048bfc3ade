import type { Actor } from '#kernel/actor.ts'
import { commonFailure, Failure } from '#kernel/failure.ts'
import type { Credentials } from '#kernel/identity.ts'
import type { Kernel } from '#kernel/kernel.ts'
import { answerFailure } from '../rest/answers.ts'
import { createCredentialReader } from '../rest/credentials.ts'
import { createHostGuard } from '../rest/host-guard.ts'
import type { ConnectionInfo } from '../rest/options.ts'
import { createOriginGuard } from '../rest/origin-guard.ts'
import { requestIdOf } from '../rest/request-id.ts'
import { splitUrl } from '../rest/request-url.ts'
import { Conversation } from './conversation.ts'
import { socketFailure } from './socket-errors.ts'
import { socketLimits } from './socket-limits.ts'
import type { SocketOptions } from './socket-options.ts'
import type { SocketSession } from './socket-peer.ts'
import { ticketOf } from './ticket-of.ts'

/** The socket surface: decides who may open one, and keeps count of those that are open. */
export interface SocketApp {
  accept(request: Request, info: ConnectionInfo): Promise<Response | SocketSession>
  /** How many are open. */
  readonly open: number
}

/** Calls of every public operation but endpoints, and subscriptions to events, on one socket a client. */
export function createSocketApp(kernel: Kernel, options: SocketOptions): SocketApp {
  const limits = { ...socketLimits, ...options.sockets }
  const isSecure = options.publicUrl?.startsWith('https:') ?? false
  const credentialsOf = createCredentialReader(isSecure)
  const isKnownHost = createHostGuard(options)
  const isOwnOrigin = createOriginGuard(options.publicUrl)
  const conversations = new Set<Conversation>()
  const counts = new Map<string, number>()
  let heartbeat: ReturnType<typeof setInterval> | undefined

  async function admit(request: Request, info: ConnectionInfo): Promise<Failure | SocketSession> {
    const { headers } = request
    const host = headers.get('host') ?? splitUrl(request.url).host
    if (!isKnownHost(host)) return commonFailure('host-refused')
    const ticket = ticketOf(headers)
    const credentials = ticket === null ? credentialsOf(headers) : kernel.redeemTicket(ticket)
    // A browser sends its cookie from any site; a token or a ticket it only has from us.
    if (ticket === null && !credentials?.bearer && !isOwnOrigin(headers, host)) return commonFailure('origin-refused')
    const actor = credentials && (await kernel.identify(credentials))
    if (!actor) return refuseStranger(request, info)
    if ((counts.get(actor.id) ?? 0) >= limits.socketsPerPerson) return socketFailure('too-many-sockets')
    return converse(actor, credentials)
  }

  /** Spends the budget of the address, so that nobody tries tokens here for nothing. */
  async function refuseStranger(request: Request, info: ConnectionInfo): Promise<Failure> {
    const caller = { actor: null, surface: 'ws', requestId: requestIdOf(request.headers), address: info.address ?? '' }
    const refused = await kernel.follow({}, caller, nobody)
    return refused instanceof Failure ? refused : commonFailure('not-signed-in')
  }

  function converse(actor: Actor, credentials: Credentials): SocketSession {
    const conversation = new Conversation(kernel, options, limits, { actor, credentials }, () => {
      conversations.delete(conversation)
      const left = counts.get(actor.id)! - 1
      if (left > 0) counts.set(actor.id, left)
      else counts.delete(actor.id)
      if (conversations.size === 0) clearInterval(heartbeat)
    })
    if (conversations.size === 0) heartbeat = setInterval(beat, limits.heartbeatMilliseconds)
    conversations.add(conversation)
    counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1)
    return conversation
  }

  function beat(): void {
    for (const conversation of conversations) conversation.beat()
  }

  return {
    async accept(request, info) {
      const session = await admit(request, info)
      if (!(session instanceof Failure)) return session
      return answerFailure(session, { requestId: requestIdOf(request.headers), budget: null })
    },
    get open() {
      return conversations.size
    },
  }
}

const nobody = { onEvents() {}, onCaughtUp() {}, onFailed() {} }
