import { expect, it } from 'vitest'
import { dropSockets } from './drop-sockets.ts'
import { openRealtimeApp } from './realtime-app.ts'

it('loses no event and tells none twice while connections break and tasks are made', async () => {
  await using realtime = await openRealtimeApp()
  const report = await dropSockets(realtime, { drops: 300, events: 200, subscribers: 16, writers: 4 })
  expect(report).toMatchObject({ missed: 0, doubled: 0, drops: 300 })
  // The suite has something to lose.
  expect(report.events).toBeGreaterThanOrEqual(200)
  expect(report.cuts).toBeGreaterThan(10)
}, 120_000)
