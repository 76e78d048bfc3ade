import type { KernelStatus } from '#kernel/kernel.ts'
import { LoopLag } from './loop-lag.ts'
import { RequestTimes } from './request-times.ts'

/** Where the numbers come from that nobody has to note: all from memory or one `stat`. */
export interface MetricsSources {
  status(): KernelStatus
  /** The size of the database's write-ahead log in bytes. */
  logBytes(): number
}

/** Numbers for Prometheus. No label bears an id. */
export interface Metrics {
  observeRequest(operation: string, status: number, milliseconds: number): void
  /** The exposition text. The first call loads the library and begins to watch the event loop. */
  expose(): Promise<{ contentType: string; text: string }>
  close(): void
}

/** Collects from the first request on; costs memory for a registry only once somebody looks. */
export function createMetrics(sources: MetricsSources): Metrics {
  const times = new RequestTimes()
  const lag = new LoopLag()
  let registry: Promise<{ contentType: string; metrics(): Promise<string> }> | undefined

  return {
    observeRequest: (operation, status, milliseconds) => times.note(operation, status, milliseconds / 1000),
    async expose() {
      registry ??= import('./registry.ts').then(({ createRegistry }) => createRegistry({ ...sources, times, lag }))
      const loaded = await registry
      return { contentType: loaded.contentType, text: await loaded.metrics() }
    },
    close: () => lag.stop(),
  }
}
