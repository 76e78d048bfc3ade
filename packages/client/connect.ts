import type { Problem } from '#contract/errors.ts'
import { SOCKET_CLOSE } from '#contract/socket-frames.ts'
import type { AnyCall } from './client.ts'
import { FollowedEvents, type EventsWanted } from './followed-events.ts'
import { openWebSocket, type SocketAddress } from './open-web-socket.ts'
import type { Invoke, OperationMap } from './operation-types.ts'
import { ProblemError } from './problem-error.ts'
import { reconnectDelay } from './reconnect-delay.ts'

/** `waiting` is between two tries; `signed-out` and `closed` are the end. */
export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'signed-out' | 'closed'

export interface SocketCallOptions {
  signal?: AbortSignal
  /** With a key a call that a break leaves unanswered is sent again; without one it fails. */
  idempotencyKey?: string
}

/** Calls and subscriptions over one socket that comes back by itself. */
export interface Connection<Operations extends OperationMap = object> {
  readonly state: ConnectionState
  /** Calls a command or a query by its contract value. */
  call<Call, Output>(operation: AnyCall<Call, Output>, input: Call, options?: SocketCallOptions): Promise<Output>
  /** Calls a command or a query by its name. */
  invoke: Invoke<Operations, SocketCallOptions>
  /** Tells of events, across breaks, each once and in order; returns what ends it. */
  subscribe(wanted: EventsWanted): () => void
  onState(listener: (state: ConnectionState) => void): () => void
  /** Tries again at once instead of waiting: the network is back, or somebody looks. */
  wake(): void
  close(): void
}

/** The server speaks at least each 30 s to who follows events: after this silence the line is dead. */
const SILENCE_MILLISECONDS = 75_000

/** Opens a connection. It is made for the life of a page or a program, and fails only for good. */
export function connect<Operations extends OperationMap = object>(address: SocketAddress): Connection<Operations> {
  return new SocketConnection(address) as Connection<Operations>
}

interface Pending {
  frame: { id: number; call: string; input: unknown; idempotencyKey?: string }
  resolve: (value: never) => void
  reject: (error: unknown) => void
  sent: boolean
}

class SocketConnection implements Connection {
  state: ConnectionState = 'connecting'
  readonly #address: SocketAddress
  readonly #calls = new Map<number, Pending>()
  readonly #followed = new Map<number, FollowedEvents>()
  readonly #listeners = new Set<(state: ConnectionState) => void>()
  #socket: WebSocket | null = null
  #lastId = 0
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(address: SocketAddress) {
    this.#address = address
    void this.#open()
  }

  call<Call, Output>(operation: AnyCall<Call, Output>, input: Call, options?: SocketCallOptions): Promise<Output> {
    return this.invoke(operation.name as never, input as never, options) as Promise<Output>
  }

  invoke = ((name: string, input: unknown, { signal, idempotencyKey }: SocketCallOptions = {}) =>
    new Promise((resolve, reject) => {
      if (this.#isOver) return reject(ProblemError.network(new Error('The connection is closed')))
      const id = ++this.#lastId
      const frame = { id, call: name, input, ...(idempotencyKey !== undefined && { idempotencyKey }) }
      const pending: Pending = { frame, resolve, reject, sent: false }
      this.#calls.set(id, pending)
      signal?.addEventListener('abort', () => {
        this.#calls.delete(id)
        reject(signal.reason as Error)
      })
      this.#sendCall(pending)
    })) as Invoke<object, SocketCallOptions>

  subscribe(wanted: EventsWanted): () => void {
    const id = ++this.#lastId
    const followed = new FollowedEvents(wanted)
    this.#followed.set(id, followed)
    this.#sendSubscription(id, followed)
    return () => {
      if (this.#followed.delete(id)) this.#send({ id, stop: true })
    }
  }

  onState(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  wake(): void {
    if (this.state !== 'waiting') return
    clearTimeout(this.#timer)
    void this.#open()
  }

  close(): void {
    this.#end('closed')
  }

  get #isOver(): boolean {
    return this.state === 'closed' || this.state === 'signed-out'
  }

  async #open(): Promise<void> {
    this.#say('connecting')
    try {
      const socket = await openWebSocket(this.#address)
      if (this.#isOver) return socket.close()
      this.#socket = socket
      socket.onopen = () => this.#opened()
      socket.onmessage = ({ data }) => this.#take(String(data))
      socket.onclose = ({ code }) => this.#lost(socket, code)
    } catch (cause) {
      if (cause instanceof ProblemError && cause.problem.status === 401) return this.#end('signed-out')
      this.#wait()
    }
  }

  #opened(): void {
    this.#say('open')
    this.#listen()
    for (const [id, followed] of this.#followed) this.#sendSubscription(id, followed)
    for (const pending of this.#calls.values()) this.#sendCall(pending)
  }

  #lost(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return
    this.#socket = null
    clearTimeout(this.#silence)
    if (this.#isOver) return
    if (code === SOCKET_CLOSE.signedOut) return this.#end('signed-out')
    for (const [id, { sent, frame, reject }] of this.#calls) {
      if (!sent || frame.idempotencyKey !== undefined) continue
      this.#calls.delete(id)
      reject(ProblemError.network(new Error(`The socket was closed with ${code}`)))
    }
    this.#wait()
  }

  #wait(): void {
    if (this.#isOver) return
    this.#say('waiting')
    this.#timer = setTimeout(() => void this.#open(), reconnectDelay(this.#tries++))
  }

  #end(state: 'signed-out' | 'closed'): void {
    if (this.#isOver) return
    this.#say(state)
    clearTimeout(this.#timer)
    clearTimeout(this.#silence)
    this.#socket?.close()
    const error = ProblemError.network(new Error('The connection is closed'))
    for (const { reject } of this.#calls.values()) reject(error)
    this.#calls.clear()
    this.#followed.clear()
  }

  #take(text: string): void {
    this.#listen()
    // It is open and it answers: the next break begins from the shortest wait.
    this.#tries = 0
    const frame = JSON.parse(text) as Record<string, unknown>
    const id = frame.id as number
    const followed = this.#followed.get(id)
    if (followed) {
      if (followed.take(frame)) this.#sendSubscription(id, followed)
      return
    }
    const pending = this.#calls.get(id)
    if (!pending || !('ok' in frame || 'problem' in frame)) return
    this.#calls.delete(id)
    if ('ok' in frame) pending.resolve(frame.ok as never)
    else pending.reject(new ProblemError(frame.problem as Problem))
  }

  #listen(): void {
    clearTimeout(this.#silence)
    if (this.#followed.size === 0) return
    const socket = this.#socket!
    this.#silence = setTimeout(() => {
      // A dead line may take minutes to close.
      socket.close()
      this.#lost(socket, 1006)
    }, SILENCE_MILLISECONDS)
  }

  #sendCall(pending: Pending): void {
    pending.sent = this.#send(pending.frame)
  }

  #sendSubscription(id: number, followed: FollowedEvents): void {
    this.#send({ id, subscribe: followed.request, batch: true })
  }

  #send(frame: object): boolean {
    if (this.state !== 'open') return false
    this.#socket!.send(JSON.stringify(frame))
    return true
  }

  #say(state: ConnectionState): void {
    this.state = state
    for (const listener of this.#listeners) listener(state)
  }
}
