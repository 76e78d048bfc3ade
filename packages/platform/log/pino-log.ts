import { destination, pino, type DestinationStream } from 'pino'
import type { Logger } from '#kernel/ports.ts'
import { redact } from './redact.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The kernel's logger, and one that adds fields such as the request's id to every line. */
export interface Log extends Logger {
  child(fields: Record<string, unknown>): Log
}

/** JSON lines on stderr: stdout belongs to what a command answers. */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ fd: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        bindings: redact,
        log: redact,
      },
      // Errors are made plain by `redact`, wherever they stand.
      serializers: {},
    },
    stream,
  )
}
