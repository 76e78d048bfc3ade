import { fileURLToPath } from 'node:url'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment, type ConfigOverrides } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import { registrationsOf } from '#platform/config/registrations.ts'
import { removeServerFile, writeServerFile } from '#platform/lock/server-file.ts'
import {
  browserNotOpened,
  serverInTheClear,
  serverStarted,
  serverStopped,
  serverStopping,
} from '#platform/log/events.ts'
import { createLog } from '#platform/log/pino-log.ts'
import { createMetrics, type Metrics } from '#platform/metrics/metrics.ts'
import { openBrowser } from '#platform/runtime/open-browser.ts'
import { serve } from '#platform/runtime/serve.ts'
import { finishRequests } from './finish-requests.ts'
import { createOperationsApp } from './health.ts'
import { holdFolder } from './hold-folder.ts'
import { openDaybook, type Daybook } from './open-daybook.ts'
import { createRouter } from './route-request.ts'
import { createLocalApp } from './local-app.ts'
import { addressesOf, isInTheClear, localOrigin } from './server-address.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { createForwarding } from './trusted-proxies.ts'
import { createWebFiles } from './web-files.ts'

/** A server that answers, until a signal or `stop` ends it. */
export interface RunningServer {
  /** Origin on this machine, such as `http://127.0.0.1:4455`. */
  url: string
  /** Finishes what is open, closes everything, and lets the process end by itself. */
  stop(reason: string): Promise<void>
  stopped: Promise<void>
}

const WEB_FOLDER = fileURLToPath(new URL('../web/dist', import.meta.url))

/** Starts Daybook and announces a sign-in link, on stdout unless told. Throws errors with a `code` and a `remedy`. */
export async function startServer(overrides: ConfigOverrides = {}, announce = printLink): Promise<RunningServer> {
  const began = performance.now()
  const raw = readEnvironment(process.env, overrides)
  const config = parseConfig(raw)
  const secrets = readSecrets(raw)
  const { databaseUrl, metricsToken, smtpUrl, instanceSecret } = secrets
  const log = createLog(config.logLevel)
  const stopping = new AbortController()

  // Undone from the last to the first: when the start fails half-way, and when the server stops.
  await using opened = new AsyncDisposableStack()
  opened.use(await holdFolder(config.dataFolder))
  const metrics: Metrics = opened.adopt(
    createMetrics({ status: () => daybook.kernel.status(), logBytes: () => daybook.database.logBytes() }),
    ({ close }) => close(),
  )
  const daybook: Daybook = opened.adopt(
    await openDaybook({
      dataFolder: config.dataFolder,
      databaseUrl,
      log,
      limits: config.limits,
      uploadLimitBytes: config.uploadLimitBytes,
      instanceSecret,
      keyring: config.keyring,
      registrations: registrationsOf(config, secrets),
      mail: smtpUrl === null ? null : { smtpUrl, from: config.mailFrom! },
      strict: config.appEnv !== 'production',
      rest: {
        log,
        ...addressesOf(config),
        bodyLimit: config.bodyLimitBytes,
        corsOrigins: config.corsOrigins,
        observe: metrics.observeRequest,
      },
    }),
    ({ close }) => close(),
  )
  const createLink = async () => `${config.publicUrl ?? url}/sign-in#${await daybook.createSignInSecret()}`
  const forwarding = createForwarding(config.trustedProxies, config.publicUrl)
  const route = createRouter({
    api: daybook.app,
    mcp: daybook.mcp,
    operations: createOperationsApp({ kernel: daybook.kernel, metrics, metricsToken }),
    local: createLocalApp({ token: daybook.localToken, createLink }),
    web: createWebFiles(WEB_FOLDER, config.publicUrl),
    publicUrl: config.publicUrl,
    log,
    stopping: stopping.signal,
  })
  const listener = await serve({
    hostname: config.host,
    port: config.port,
    socket: {
      accept: (request, info) => daybook.socket.accept(request, forwarding.infoOf(request, info)),
    },
    fetch: (request, info) => forwarding.redirect(request, info) ?? route(request, forwarding.infoOf(request, info)),
  })
  opened.defer(() => finishRequests(listener, log))
  const url = localOrigin(config.host, listener.port)
  opened.defer(() => removeServerFile(config.dataFolder))
  await writeServerFile(config.dataFolder, { url, token: daybook.localToken })

  const link = await createLink()
  announce(link)
  if (isInTheClear(config)) serverInTheClear(log, config.host)
  serverStarted(log, { url, milliseconds: Math.round(performance.now() - began) })
  if (config.open) void openBrowser(link).catch((cause: unknown) => browserNotOpened(log, cause))

  const running = opened.move()
  const stopped = Promise.withResolvers<void>()
  const server: RunningServer = {
    url,
    stopped: stopped.promise,
    async stop(reason) {
      if (stopping.signal.aborted) return stopped.promise
      const asked = performance.now()
      serverStopping(log, reason)
      stopping.abort()
      await running.disposeAsync().then(stopped.resolve, stopped.reject)
      serverStopped(log, Math.round(performance.now() - asked))
      return stopped.promise
    },
  }
  stopOnSignals(server, log)
  return server
}

function printLink(link: string): void {
  process.stdout.write(`Daybook is ready: ${link}\n`)
}
