import { afterEach, describe, expect, it } from 'vitest'
import { createMetrics, type Metrics } from './metrics.ts'

let metrics: Metrics
const open = () =>
  (metrics = createMetrics({
    status: () => ({ ready: true, lastPosition: 42, lag: { 'search.index': 7 }, jobs: { running: 2 } }),
    logBytes: () => 4096,
  }))
afterEach(() => metrics.close())

describe('metrics', () => {
  it('shows request durations as a cumulative histogram', async () => {
    open()
    metrics.observeRequest('tasks.get', 200, 0.4)
    metrics.observeRequest('tasks.get', 200, 0.5)
    metrics.observeRequest('tasks.get', 200, 30)
    metrics.observeRequest('tasks.get', 404, 60_000)
    const { text } = await metrics.expose()
    const line = (le: string) =>
      `http_server_request_duration_seconds_bucket{le="${le}",operation="tasks.get",status="200"}`
    expect(text).toContain('# TYPE http_server_request_duration_seconds histogram')
    expect(text).toContain(`${line('0.0005')} 2`)
    expect(text).toContain(`${line('0.025')} 2`)
    expect(text).toContain(`${line('0.05')} 3`)
    expect(text).toContain(`${line('+Inf')} 3`)
    expect(text).toContain('http_server_request_duration_seconds_count{operation="tasks.get",status="200"} 3')
    expect(text).toContain('http_server_request_duration_seconds_sum{operation="tasks.get",status="404"} 60')
  })

  it('reads the kernel and the process when asked', async () => {
    const { text, contentType } = await open().expose()
    expect(contentType).toContain('text/plain')
    expect(text).toContain('daybook_events_lag{subscription="search.index"} 7')
    expect(text).toContain('daybook_events_last_position 42')
    expect(text).toContain('daybook_jobs_running 2')
    expect(text).toContain('daybook_database_log_bytes 4096')
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}/)
    expect(text).toMatch(/process_cpu_seconds_total \d/)
  })

  it('sees an event loop that was held up', async () => {
    await open().expose()
    const until = performance.now() + 700
    while (performance.now() < until);
    const lag = /^process_event_loop_lag_seconds (\S+)/m.exec((await metrics.expose()).text)
    expect(Number(lag![1])).toBeGreaterThan(0.1)
  })
})
