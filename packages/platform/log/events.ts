import type { Logger } from '#kernel/ports.ts'

// Everything that platform and server say in the log, one function an event.

/** The server answers. */
export function serverStarted(log: Logger, at: { url: string; milliseconds: number }): void {
  log.info(at, 'server.started')
}

/** People reach the server over a network without TLS: whoever is on it can read their sessions. */
export function serverInTheClear(log: Logger, host: string): void {
  const remedy = 'Put a proxy with TLS before Daybook and name its https address as DAYBOOK_URL.'
  log.warn({ host, remedy }, 'server.in-the-clear')
}

/** The keyring of the operating system did not answer; the instance key stays a file for the owner alone. */
export function keyringNotAvailable(log: Logger, cause: unknown): void {
  const remedy = 'Start Daybook within a desktop session, or set DAYBOOK_KEYRING=false.'
  log.warn({ reason: cause instanceof Error ? cause.message : String(cause), remedy }, 'keyring.not-available')
}

/** A signal or the program itself asked the server to stop. */
export function serverStopping(log: Logger, reason: string): void {
  log.info({ reason }, 'server.stopping')
}

/** Everything is closed. */
export function serverStopped(log: Logger, milliseconds: number): void {
  log.info({ milliseconds }, 'server.stopped')
}

/** Requests were still open when the time to finish was over. */
export function requestsCutOff(log: Logger, milliseconds: number): void {
  log.warn({ milliseconds }, 'server.requests-cut-off')
}

/** A request met a bug outside the pipeline; the caller got an internal error with this id. */
export function requestFailed(log: Logger, requestId: string, cause: unknown): void {
  log.error({ requestId, cause }, 'server.request-failed')
}

/** The desktop could not be asked to open the link. */
export function browserNotOpened(log: Logger, cause: unknown): void {
  log.warn({ cause }, 'server.browser-not-opened')
}

/** The write-ahead log has outgrown its bound: something holds an old snapshot open. */
export function databaseLogGrown(log: Logger, bytes: number): void {
  log.warn({ bytes }, 'database.log-grown')
}

/** A connection to PostgreSQL broke that nobody was using; the next use opens another. */
export function databaseConnectionLost(log: Logger, cause: unknown): void {
  log.warn({ cause }, 'database.connection-lost')
}

/** A worker thread ended under its task. */
export function workerDied(log: Logger, script: URL, cause: unknown): void {
  log.error({ script: script.pathname.split('/').pop(), cause }, 'worker.died')
}

/** The system did not let a worker give way to others; it works at normal priority. */
export function nicenessRefused(log: Logger, reason: string): void {
  log.debug({ reason }, 'worker.niceness-refused')
}

/** A bug that nobody caught, or a stop that failed. */
export function processFailed(log: Logger, cause: unknown): void {
  log.error({ cause }, 'server.failed')
}
