import type { DaybookProcess } from './daybook-process.ts'

const PATIENCE_MILLISECONDS = 180_000

/** Resolves when every subscription of the server has passed its last event. Throws after three minutes. */
export async function atRest({ url }: DaybookProcess): Promise<void> {
  const before = performance.now()
  while ((await waitingEvents(url)) > 0) {
    if (performance.now() - before > PATIENCE_MILLISECONDS) throw new Error('The server did not come to rest')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function waitingEvents(url: string): Promise<number> {
  const metrics = await fetch(`${url}/metrics`).then((response) => response.text())
  const lags = [...metrics.matchAll(/^daybook_events_lag\{.*\} (\d+)$/gm)].map(([, events]) => Number(events))
  if (lags.length === 0) throw new Error('The metrics say nothing of the lag of events')
  return Math.max(...lags)
}
