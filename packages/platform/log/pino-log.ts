import { destination, pino, type DestinationStream, type Logger as PinoLogger } from 'pino'
import type { Logger } from '#kernel/ports.ts'
import { redact } from './redact.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The kernel's logger, and one that adds fields such as the request's id to every line. */
export interface Log extends Logger {
  child(fields: Record<string, unknown>): Log
}

/** JSON lines on stderr: stdout belongs to what a command answers. */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const root = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      // Errors are made plain by `redact`, wherever they stand.
      serializers: {},
      formatters: { level: (label) => ({ level: label }), log: redact },
    },
    stream,
  )
  return toLog(root)
}

/** The library does not pass a child's own fields through the formatter. */
function toLog(logger: Pick<PinoLogger, keyof Log>): Log {
  return {
    debug: (fields, event) => logger.debug(fields, event),
    info: (fields, event) => logger.info(fields, event),
    warn: (fields, event) => logger.warn(fields, event),
    error: (fields, event) => logger.error(fields, event),
    child: (fields) => toLog(logger.child(redact(fields))),
  }
}
