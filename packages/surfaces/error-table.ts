import type { ErrorDeclaration, ErrorKind } from '#contract/errors.ts'

/** How each surface shows a kind of error. */
export interface ErrorShape {
  /** The HTTP status (RFC 9110). */
  status: number
  /** The exit status of the CLI: one a kind, so that scripts can tell them apart. */
  exit: number
  /** The JSON-RPC error code that MCP answers; -32602 and -32603 are the standard's own. */
  mcp: number
  /** The short title of a problem document. */
  title: string
}

/** The one table of errors: no surface has another. */
export const errorTable: Record<ErrorKind, ErrorShape> = {
  validation: { status: 400, exit: 2, mcp: -32602, title: 'Not valid' },
  auth: { status: 401, exit: 3, mcp: -32001, title: 'Not signed in' },
  forbidden: { status: 403, exit: 4, mcp: -32002, title: 'Not allowed' },
  'not-found': { status: 404, exit: 5, mcp: -32003, title: 'Not found' },
  conflict: { status: 409, exit: 6, mcp: -32004, title: 'Conflict' },
  precondition: { status: 412, exit: 7, mcp: -32005, title: 'Changed in the meantime' },
  unprocessable: { status: 422, exit: 8, mcp: -32006, title: 'Cannot be processed' },
  'too-large': { status: 413, exit: 9, mcp: -32007, title: 'Too large' },
  unsupported: { status: 415, exit: 10, mcp: -32008, title: 'Not supported' },
  limit: { status: 429, exit: 11, mcp: -32009, title: 'Too many requests' },
  network: { status: 502, exit: 12, mcp: -32010, title: 'Network error' },
  database: { status: 503, exit: 13, mcp: -32011, title: 'Database error' },
  storage: { status: 507, exit: 14, mcp: -32012, title: 'Storage error' },
  timeout: { status: 504, exit: 15, mcp: -32013, title: 'Took too long' },
  unavailable: { status: 503, exit: 16, mcp: -32014, title: 'Not available' },
  // 128 + SIGINT, as shells report what was interrupted.
  cancelled: { status: 409, exit: 130, mcp: -32015, title: 'Cancelled' },
  internal: { status: 500, exit: 1, mcp: -32603, title: 'Internal error' },
}

/** The HTTP status of one declared error: its kind's, but 405 for a method that a path does not take. */
export function statusOf(code: string, declaration: Pick<ErrorDeclaration, 'kind'>): number {
  return code === 'method-not-allowed' ? 405 : errorTable[declaration.kind].status
}
