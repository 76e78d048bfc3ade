import { join } from 'node:path'
import { Dovecot, dovecotMissing } from '#testing/dovecot.ts'
import { below, notRun, type Check } from './lib/check.ts'
import { countingProxy } from './lib/counting-proxy.ts'
import { startDaybook, type DaybookProcess } from './lib/daybook-process.ts'
import { median } from './lib/median.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { connectAccount, fillInbox } from './lib/sync-account.ts'
import { synced } from './lib/synced.ts'
import { tempFolder } from './lib/temp-folder.ts'

const MILLISECONDS = 50
const KILOBYTES = 5
const TIME = 'resync with nothing new, ms a mailbox'
const SIZE = 'resync with nothing new, kB a mailbox'
const ROUNDS = 15

/** `mail.resync`: syncs of an account where nothing is new, of a server with QRESYNC: how long, and how much on the wire. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const samples = findMailSamples(quick)
  const missing = samples ? dovecotMissing() : NO_SAMPLES
  if (!samples || missing) return { checks: [notRun(TIME, MILLISECONDS, missing!), notRun(SIZE, KILOBYTES, missing!)] }

  await using dovecot = await Dovecot.start()
  const messages = await fillInbox(dovecot, samples)
  await using proxy = await countingProxy(dovecot.port)
  await using folder = await tempFolder()
  const data = join(folder.path, 'data')
  await using daybook = await startDaybook(data)
  await connectAccount(daybook, proxy.port)
  await synced(data, messages, performance.now())
  await resync(daybook)
  const { items } = await daybook.call<{ items: unknown[] }>('GET', '/sync/mailboxes')

  const rounds: { milliseconds: number; bytes: number }[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    proxy.take()
    rounds.push({ milliseconds: await resync(daybook), bytes: proxy.take() })
  }
  const milliseconds = median(rounds.map((round) => round.milliseconds)) / items.length
  const kilobytes = median(rounds.map(({ bytes }) => bytes)) / 1000 / items.length
  say(
    `${items.length} mailboxes, ${messages} messages: ${milliseconds.toFixed(1)} ms and ${kilobytes.toFixed(2)} kB each`,
  )
  return {
    checks: [
      below(TIME, milliseconds, MILLISECONDS, { messages, mailboxes: items.length, rounds }),
      below(SIZE, kilobytes, KILOBYTES),
    ],
  }
}

/** Syncs now; answers how long the job ran, in milliseconds. */
async function resync(daybook: DaybookProcess): Promise<number> {
  const { job: id } = await daybook.call<{ job: string }>('POST', '/emails/sync', {})
  for (;;) {
    const job = await daybook.call<Job>('GET', `/jobs/${id}`)
    if (job.state === 'done') return Date.parse(job.finishedAt!) - Date.parse(job.startedAt!)
    if (job.state === 'failed') throw new Error(`The sync failed: ${job.problem?.detail}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

interface Job {
  state: string
  startedAt: string | null
  finishedAt: string | null
  problem: { detail: string } | null
}
