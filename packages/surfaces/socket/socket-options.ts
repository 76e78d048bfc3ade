import type { RestOptions } from '../rest/options.ts'
import type { SocketLimits } from './socket-limits.ts'

/** What the socket has to know about the place it runs in: as much as REST does. */
export interface SocketOptions extends RestOptions {
  /** Where they differ from what holds for everybody. */
  sockets?: Partial<SocketLimits>
}
