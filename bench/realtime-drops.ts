import { dropSockets } from '../tests/realtime/drop-sockets.ts'
import { openRealtimeApp } from '../tests/realtime/realtime-app.ts'
import { atLeast, atMost, type Check } from './lib/check.ts'
import { say } from './lib/say.ts'

/**
 * `realtime.drops`: thousands of sockets break at random moments while tasks are made, half of them cut on the line and
 * so mostly within a frame. Nothing may be missed and nothing told twice. With DAYBOOK_DATABASE_URL, whose role may
 * create databases, it runs on PostgreSQL.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  usePostgresIfGiven()
  const drops = quick ? 500 : 5000
  await using realtime = await openRealtimeApp()
  const began = performance.now()
  const report = await dropSockets(realtime, { drops, events: drops / 5, subscribers: 40, writers: 4 })
  const seconds = Math.round((performance.now() - began) / 1000)
  const detail = { ...report, seconds, database: realtime.app.daybook.database.dialect }
  say(JSON.stringify(detail))
  return {
    checks: [
      atLeast('connections broken', report.drops, drops, detail),
      atLeast('of them cut on the line', report.cuts, drops / 10),
      atLeast('events meanwhile', report.events, drops / 5),
      atMost('events missed', report.missed, 0),
      atMost('events told twice', report.doubled, 0),
    ],
  }
}

function usePostgresIfGiven(): void {
  const url = process.env.DAYBOOK_DATABASE_URL
  if (!url) return
  process.env.DAYBOOK_TEST_DATABASE = 'postgres'
  process.env.DAYBOOK_TEST_POSTGRES_URL = url
}
