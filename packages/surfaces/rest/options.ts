import type { Logger } from '#kernel/ports.ts'

/** What a REST app has to know about the place it runs in. */
export interface RestOptions {
  log: Logger
  /** The address people use when it is not the one they connect to, such as `https://daybook.example`. */
  publicUrl?: string
  /** Host names answered besides loopback's and the public address's; `any` when the server is not on loopback. */
  hosts?: readonly string[] | 'any'
  /** Origins of other sites whose pages may call with a token; none unless told. */
  corsOrigins?: readonly string[]
  /** The largest JSON body in bytes; 1 MiB unless told. */
  bodyLimit?: number
  /** How the audit names calls with a token; `rest` unless told. Calls with a session are `web`. */
  surface?: string
  /** Called once an answered request: for metrics. Paths that no operation has are `unknown`. */
  observe?: (operation: string, status: number, milliseconds: number) => void
}

/** What the server knows of a connection. */
export interface ConnectionInfo {
  /** The caller's network address. */
  address?: string
}

/** A surface over HTTP. */
export interface RestApp {
  fetch(request: Request, info?: ConnectionInfo): Promise<Response>
}
