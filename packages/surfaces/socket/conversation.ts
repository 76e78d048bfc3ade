import { uuidv7 } from '#base/ids.ts'
import type { AnyOperation } from '#contract/operation.ts'
import {
  SOCKET_CLOSE,
  type CallFrame,
  type ClientFrame,
  type FrameId,
  type SubscribeFrame,
} from '#contract/socket-frames.ts'
import type { Actor } from '#kernel/actor.ts'
import type { StoredEvent } from '#kernel/context.ts'
import type { LiveSubscription } from '#kernel/events/live-subscription.ts'
import { commonFailure, Failure } from '#kernel/failure.ts'
import type { Credentials } from '#kernel/identity.ts'
import type { Caller, Kernel } from '#kernel/kernel.ts'
import { requestFailed } from '../log.ts'
import { toProblem } from '../to-problem.ts'
import { carryOutCall } from './carry-out-call.ts'
import { eventFrame, eventsFrame } from './event-text.ts'
import { Outbox } from './outbox.ts'
import { readFrame } from './read-frame.ts'
import { socketFailure } from './socket-errors.ts'
import type { SocketLimits } from './socket-limits.ts'
import type { SocketOptions } from './socket-options.ts'
import type { SocketPeer, SocketSession } from './socket-peer.ts'

/** Something that was begun and has not ended. Calls of commands and queries cannot be stopped. */
interface Running {
  stop: (() => void) | null
  subscription: LiveSubscription | null
}

/** One open socket: what it was asked, and what it is told. */
export class Conversation implements SocketSession {
  readonly maxMessageBytes: number
  readonly #kernel: Kernel
  readonly #options: SocketOptions
  readonly #limits: SocketLimits
  readonly #credentials: Credentials
  readonly #onClosed: () => void
  readonly #running = new Map<FrameId, Running>()
  #actor: Actor
  #outbox: Outbox | null = null
  #peer: SocketPeer | null = null
  #unwatch: () => void = () => undefined
  #subscriptions = 0
  #unanswered = 0
  #malformed = 0
  #closed = false

  constructor(
    kernel: Kernel,
    options: SocketOptions,
    limits: SocketLimits,
    caller: { actor: Actor; credentials: Credentials },
    onClosed: () => void,
  ) {
    this.#kernel = kernel
    this.#options = options
    this.#limits = limits
    this.#actor = caller.actor
    this.#credentials = caller.credentials
    this.#onClosed = onClosed
    this.maxMessageBytes = limits.messageBytes
  }

  opened(peer: SocketPeer): void {
    this.#peer = peer
    this.#outbox = new Outbox(peer, this.#limits)
    this.#unwatch = this.#kernel.watchAccess(this.#credentials, (actor) => this.#note(actor))
  }

  message(text: string): void {
    if (this.#closed) return
    this.#unanswered = 0
    const read = readFrame(text)
    if ('frame' in read) {
      this.#malformed = 0
      return this.#begin(read.frame)
    }
    this.#malformed += 1
    this.#refuse(read.id, read.failure)
    if (this.#malformed >= this.#limits.malformedFrames) this.#end(SOCKET_CLOSE.policy, 'Too many malformed frames')
  }

  drained(): void {
    this.#outbox?.drained()
  }

  pong(): void {
    this.#unanswered = 0
  }

  closed(): void {
    if (this.#closed) return
    this.#closed = true
    this.#unwatch()
    this.#outbox?.closed()
    for (const { stop } of this.#running.values()) stop?.()
    this.#running.clear()
    this.#onClosed()
  }

  /** Pings, and gives up whoever has not answered the last two. Who has heard of no event learns how far it is. */
  beat(): void {
    if (this.#unanswered >= 2) return this.#peer?.terminate()
    this.#unanswered += 1
    this.#peer?.ping()
    for (const [id, { subscription }] of this.#running) {
      if (subscription?.caughtUp) this.#send({ id, caughtUp: subscription.position })
    }
  }

  #begin(frame: ClientFrame): void {
    if ('stop' in frame) return this.#stop(frame.id)
    if (this.#running.has(frame.id)) return this.#refuse(frame.id, socketFailure('already-in-use'))
    if ('subscribe' in frame) return this.#beginSubscription(frame)
    if (this.#running.size - this.#subscriptions >= this.#limits.calls)
      return this.#refuse(frame.id, socketFailure('too-many-calls'))
    this.#beginCall(frame)
  }

  #stop(id: FrameId): void {
    const running = this.#running.get(id)
    if (!running?.stop) return this.#refuse(id, socketFailure('nothing-to-stop'))
    this.#running.delete(id)
    running.stop()
    this.#send({ id, stopped: true })
  }

  #beginCall(frame: CallFrame): void {
    const { id } = frame
    const operation = this.#kernel.registry.operations.get(frame.call)?.operation
    if (!operation || operation.access === 'system') return this.#refuse(id, commonFailure('operation-not-found'))
    if (operation.kind === 'endpoint') return this.#refuse(id, toRawHttp(operation))

    const aborter = new AbortController()
    const running: Running = { stop: operation.kind === 'stream' ? () => aborter.abort() : null, subscription: null }
    this.#running.set(id, running)
    const isOpen = () => this.#running.get(id) === running
    void this.#asCaller(async (caller) => {
      const call = { operation, frame, caller: { ...caller, signal: aborter.signal } }
      for await (const answer of carryOutCall(this.#kernel, this.#options, call)) {
        if (!isOpen()) return
        if (!('item' in answer)) this.#running.delete(id)
        this.#send({ id, ...answer })
        if ('item' in answer) await this.#outbox?.room()
      }
    })
  }

  #beginSubscription(frame: SubscribeFrame): void {
    const { id } = frame
    if (this.#subscriptions >= this.#limits.subscriptions)
      return this.#refuse(id, socketFailure('too-many-subscriptions'))
    let wanted = true
    const running: Running = {
      stop: () => {
        wanted = false
        this.#subscriptions -= 1
        running.subscription?.close()
      },
      subscription: null,
    }
    this.#running.set(id, running)
    this.#subscriptions += 1
    void this.#asCaller(async (caller) => {
      const followed = await this.#kernel.follow(frame.subscribe, caller, {
        onEvents: (events) => (wanted ? this.#tell(frame, events) : undefined),
        onCaughtUp: (position) => wanted && this.#send({ id, caughtUp: position }),
        onFailed: () => this.#end(SOCKET_FAILED, 'An event could not be sent'),
      })
      if (followed instanceof Failure) {
        if (!wanted) return
        running.stop!()
        this.#running.delete(id)
        return this.#refuse(id, followed, caller.requestId)
      }
      if (!wanted) return followed.close()
      running.subscription = followed
      // What was learnt of the caller while this was begun.
      followed.actor = this.#actor
    })
  }

  #tell(frame: SubscribeFrame, events: readonly StoredEvent[]): Promise<void> | undefined {
    const id = JSON.stringify(frame.id)
    if (frame.batch && events.length > 1) this.#outbox!.send(eventsFrame(id, events))
    else for (const event of events) this.#outbox!.send(eventFrame(id, event))
    return this.#outbox!.room()
  }

  /** Does something as whoever the credentials belong to now. */
  async #asCaller(work: (caller: Caller) => Promise<void>): Promise<void> {
    const requestId = uuidv7()
    try {
      const actor = await this.#kernel.identify(this.#credentials)
      this.#note(actor)
      if (!actor || this.#closed) return
      await work({ actor, surface: 'ws', requestId, address: '', credentials: this.#credentials })
    } catch (cause) {
      requestFailed(this.#options.log, { requestId, operation: 'socket', err: cause })
      this.#end(SOCKET_FAILED, 'Something broke inside Daybook')
    }
  }

  /** Who the caller is now: with fewer rights it is told less, without any it is gone. */
  #note(actor: Actor | null): void {
    if (!actor) return this.#end(SOCKET_CLOSE.signedOut, 'You are signed out')
    if (actor.workspaceId !== this.#actor.workspaceId || actor.id !== this.#actor.id)
      return this.#end(SOCKET_CLOSE.workspaceChanged, 'Your workspace has changed')
    this.#actor = actor
    for (const { subscription } of this.#running.values()) if (subscription) subscription.actor = actor
  }

  #end(code: number, reason: string): void {
    if (this.#closed) return
    this.#outbox?.end(code, reason)
    this.closed()
  }

  #refuse(id: FrameId | null, failure: Failure, requestId: string = uuidv7()): void {
    this.#send({ id, problem: toProblem(failure, requestId) })
  }

  #send(frame: object): void {
    this.#outbox?.send(JSON.stringify(frame))
  }
}

/** An unexpected condition (RFC 6455, section 7.4.1). */
const SOCKET_FAILED = 1011

function toRawHttp({ http }: AnyOperation): Failure {
  return socketFailure('not-over-socket', { detail: `This operation is raw HTTP: ${http.method} ${http.path}` })
}
