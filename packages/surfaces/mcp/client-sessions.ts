import type { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Actor } from '#kernel/actor.ts'

const MOST_SESSIONS = 200
const MOST_OF_ONE = 20
const IDLE_MILLISECONDS = 60 * 60 * 1000

interface ClientSession {
  transport: WebStandardStreamableHTTPServerTransport
  owner: string
  usedAt: number
}

/**
 * The clients that are connected, bounded in number. The longest unused gives way: its client is told that its session
 * is gone, and begins a new one (MCP, Streamable HTTP: session management).
 */
export class ClientSessions {
  /** In the order of their last use. */
  readonly #sessions = new Map<string, ClientSession>()

  get size(): number {
    return this.#sessions.size
  }

  /** The session of this id when it is this person's, in this workspace. */
  find(id: string, actor: Actor): WebStandardStreamableHTTPServerTransport | null {
    const session = this.#sessions.get(id)
    if (!session || session.owner !== ownerOf(actor)) return null
    session.usedAt = Date.now()
    this.#sessions.delete(id)
    this.#sessions.set(id, session)
    return session.transport
  }

  add(id: string, actor: Actor, transport: WebStandardStreamableHTTPServerTransport): void {
    const owner = ownerOf(actor)
    const oldest = Date.now() - IDLE_MILLISECONDS
    for (const [other, { usedAt }] of this.#sessions) if (usedAt < oldest) this.#end(other)
    const own = [...this.#sessions].filter(([, session]) => session.owner === owner)
    if (own.length >= MOST_OF_ONE) this.#end(own[0]![0])
    if (this.#sessions.size >= MOST_SESSIONS) this.#end(this.#sessions.keys().next().value!)
    this.#sessions.set(id, { transport, owner, usedAt: Date.now() })
  }

  remove(id: string): void {
    this.#sessions.delete(id)
  }

  async close(): Promise<void> {
    const transports = [...this.#sessions.values()].map(({ transport }) => transport)
    this.#sessions.clear()
    await Promise.all(transports.map((transport) => transport.close()))
  }

  #end(id: string): void {
    const session = this.#sessions.get(id)
    this.#sessions.delete(id)
    void session?.transport.close()
  }
}

function ownerOf({ id, workspaceId }: Actor): string {
  return `${workspaceId} ${id}`
}
