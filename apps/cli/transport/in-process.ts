import { createClient } from '#client/client.ts'
import { createLog } from '#platform/log/pino-log.ts'
import type { Config } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import { registrationsOf } from '#platform/config/registrations.ts'
import type { FolderLock } from '#platform/lock/folder-lock.ts'
import { openDaybook } from '../../server/open-daybook.ts'
import type { Connection } from './connect.ts'

/** Runs the kernel in this process, which holds the folder meanwhile. Calls go through the same surface as over HTTP. */
export async function connectInProcess(config: Config, lock: FolderLock): Promise<Connection> {
  // stderr belongs to progress and problems; what a server would log is shown when asked for.
  const log = createLog(process.env.LOG_LEVEL ? config.logLevel : 'warn')
  const secrets = readSecrets(readEnvironment(process.env))
  const { databaseUrl, smtpUrl, instanceSecret } = secrets
  const daybook = await openDaybook({
    dataFolder: config.dataFolder,
    databaseUrl,
    log,
    limits: config.limits,
    rest: { log, surface: 'cli', bodyLimit: config.bodyLimitBytes },
    instanceSecret,
    keyring: config.keyring,
    registrations: registrationsOf(config, secrets),
    mail: smtpUrl === null ? null : { smtpUrl, from: config.mailFrom! },
    strict: config.appEnv !== 'production',
  }).catch((error: unknown) => {
    lock.release()
    throw error
  })
  const close = onceOnly(async () => {
    await daybook.close()
    lock.release()
  })
  const stopListening = closeAtSignals(close)
  const client = createClient({
    baseUrl: 'http://localhost',
    token: daybook.localToken,
    fetch: (request) => daybook.app.fetch(request),
  })
  return {
    client,
    async [Symbol.asyncDispose]() {
      stopListening()
      await close()
    },
  }
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= work())
}

/** What is running stops at a safe point and goes on at the next start; a second signal ends the process at once. */
function closeAtSignals(close: () => Promise<void>): () => void {
  const stop = (signal: NodeJS.Signals) => {
    stopListening()
    void close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  const stopListening = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return stopListening
}
