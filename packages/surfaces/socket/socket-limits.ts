/** How much one socket, or one person's sockets, may ask of Daybook. */
export interface SocketLimits {
  socketsPerPerson: number
  /** Calls and streams that have not been answered yet. */
  calls: number
  subscriptions: number
  /** The largest frame that is taken. */
  messageBytes: number
  /** Events and records wait while this much is on its way. */
  highWaterBytes: number
  /** Answers are not held back: whoever lets this much pile up is cut off. */
  maxBufferedBytes: number
  /** How long a caller may read nothing while something waits for it. */
  stallMilliseconds: number
  /** A ping each time; gone is who has not answered two. */
  heartbeatMilliseconds: number
  /** Frames in a row that are not understood. */
  malformedFrames: number
}

/** What holds unless told. */
export const socketLimits: SocketLimits = {
  socketsPerPerson: 100,
  calls: 64,
  subscriptions: 32,
  messageBytes: 1024 * 1024,
  highWaterBytes: 256 * 1024,
  maxBufferedBytes: 8 * 1024 * 1024,
  stallMilliseconds: 20_000,
  heartbeatMilliseconds: 30_000,
  malformedFrames: 100,
}
