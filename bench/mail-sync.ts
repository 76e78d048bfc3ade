import { join } from 'node:path'
import { Dovecot, dovecotMissing } from '#testing/dovecot.ts'
import { atMost, below, notRun, rounded, type Check } from './lib/check.ts'
import { cpuSeconds } from './lib/cpu-time.ts'
import { startDaybook } from './lib/daybook-process.ts'
import { hasMbsync, mbsync, NO_MBSYNC } from './lib/mbsync.ts'
import { median } from './lib/median.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { connectAccount, fillInbox } from './lib/sync-account.ts'
import { peakMegabytes, synced } from './lib/synced.ts'
import { tempFolder } from './lib/temp-folder.ts'

const RATIO = 1
const MEGABYTES = 500
const NAME = 'first sync, searchable, time against mbsync copying the same mailbox'
const MEMORY = 'first sync, peak memory in MB'

/** `mail.sync`: from the request that connects the account to the last message found by search, against `mbsync`. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const samples = findMailSamples(quick)
  const missing = samples ? (dovecotMissing() ?? (hasMbsync() ? null : NO_MBSYNC)) : NO_SAMPLES
  if (!samples || missing) return { checks: [notRun(NAME, RATIO, missing!), notRun(MEMORY, MEGABYTES, missing!)] }

  await using dovecot = await Dovecot.start()
  const messages = await fillInbox(dovecot, samples)
  const rounds: Round[] = []
  for (let round = 1; round <= (quick ? 1 : 3); round++) {
    const mbsync = await timeMbsync(dovecot)
    const ours = await timeSync(dovecot, messages)
    rounds.push({ ...ours, mbsync, ratio: ours.searchable / mbsync })
    say(
      `round ${round}: stored ${seconds(ours.stored)} s, searchable ${seconds(ours.searchable)} s, ` +
        `${seconds(ours.cpu)} s of processor, ${Math.round(ours.megabytes)} MB, against ${seconds(mbsync)} s`,
    )
  }
  const ratio = median(rounds.map((round) => round.ratio))
  return {
    checks: [
      atMost(NAME, ratio, RATIO, { messages, rounds: rounds.map(toDetail) }),
      below(MEMORY, Math.max(...rounds.map(({ megabytes }) => megabytes)), MEGABYTES),
    ],
  }
}

interface Round {
  stored: number
  searchable: number
  cpu: number
  megabytes: number
  mbsync: number
  ratio: number
}

async function timeMbsync({ port }: Dovecot): Promise<number> {
  await using folder = await tempFolder()
  return await mbsync(port, folder.path)
}

async function timeSync(dovecot: Dovecot, messages: number): Promise<Omit<Round, 'mbsync' | 'ratio'>> {
  await using folder = await tempFolder()
  const data = join(folder.path, 'data')
  await using daybook = await startDaybook(data)
  const { pid } = daybook.process
  const before = cpuSeconds(pid)
  const started = performance.now()
  await connectAccount(daybook, dovecot.port)
  const { stored, searchable } = await synced(data, messages, started)
  return { stored, searchable, cpu: (cpuSeconds(pid) - before) * 1000, megabytes: peakMegabytes(pid) }
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)

function toDetail({ stored, searchable, cpu, mbsync }: Round) {
  return Object.fromEntries(
    Object.entries({ stored, searchable, cpu, mbsync }).map(([name, value]) => [name, rounded(value / 1000)]),
  )
}
