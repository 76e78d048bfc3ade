import { Counter, Gauge, Registry, type Metric } from 'prom-client'
import type { LoopLag } from './loop-lag.ts'
import type { MetricsSources } from './metrics.ts'
import { BOUNDS, type RequestTimes, type TimeSeries } from './request-times.ts'

export interface RegistrySources extends MetricsSources {
  times: RequestTimes
  lag: LoopLag
}

/** Our numbers under OpenTelemetry's names, as Prometheus writes them. Every value is read when somebody scrapes. */
export function createRegistry({ status, logBytes, times, lag }: RegistrySources): Registry {
  const registry = new Registry()
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })

  registry.registerMetric(durations(times) as unknown as Metric<string>)
  gauge('daybook_ready', '1 when the kernel takes traffic', () => Number(status().ready))
  gauge('daybook_events_last_position', 'Position of the newest stored event', () => status().lastPosition)
  gauge('daybook_jobs_running', 'Jobs that run now', () => status().jobs.running)
  gauge('daybook_database_log_bytes', 'Size of the write-ahead log', logBytes)
  gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss())
  gauge('process_heap_bytes', 'Used heap', () => process.memoryUsage().heapUsed)
  gauge('process_start_time_seconds', 'Start of the process since the Unix epoch', () => STARTED_AT_SECONDS)
  gauge('process_event_loop_lag_seconds', 'Worst lateness of a timer since the last scrape', () => lag.read())
  new Gauge({
    name: 'daybook_events_lag',
    help: 'Events that a subscription has still to see',
    labelNames: ['subscription'],
    registers: [registry],
    collect() {
      for (const [subscription, events] of Object.entries(status().lag)) this.set({ subscription }, events)
    },
  })
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of user and system',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  return registry
}

const STARTED_AT_SECONDS = Math.round(Date.now() / 1000 - process.uptime())
const DURATION = 'http_server_request_duration_seconds'

/** The arrays of `RequestTimes` in the shape in which the library's own histograms answer a scrape. */
function durations(times: RequestTimes) {
  return {
    name: DURATION,
    async get() {
      return {
        name: DURATION,
        help: 'Time from a request to its answer',
        type: 'histogram',
        aggregator: 'sum',
        values: [...times.all()].flatMap(valuesOf),
      }
    },
    reset() {},
  }
}

function valuesOf({ operation, status, counts, sum }: TimeSeries) {
  const labels = { operation, status: String(status) }
  let cumulative = 0
  const buckets = [...counts].map((count, index) => {
    cumulative += count
    return { metricName: `${DURATION}_bucket`, labels: { le: BOUNDS[index] ?? '+Inf', ...labels }, value: cumulative }
  })
  return [
    ...buckets,
    { metricName: `${DURATION}_sum`, labels, value: sum },
    { metricName: `${DURATION}_count`, labels, value: cumulative },
  ]
}
