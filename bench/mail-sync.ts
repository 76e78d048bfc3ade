import { join } from 'node:path'
import { Dovecot, dovecotMissing } from '#testing/dovecot.ts'
import { atMost, below, notRun, rounded, type Check } from './lib/check.ts'
import { cpuSeconds } from './lib/cpu-time.ts'
import { startDaybook } from './lib/daybook-process.ts'
import { hasMbsync, mbsync, NO_MBSYNC } from './lib/mbsync.ts'
import { median } from './lib/median.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { connectAccount, fillInbox, fillInboxWith } from './lib/sync-account.ts'
import { peakMegabytes, synced } from './lib/synced.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { zipfMail } from './lib/zipf-mail.ts'

const RATIO = 1
const MEGABYTES = 500
const NAME = 'first sync, searchable, time against mbsync copying the same mailbox'
const MEMORY = 'first sync, peak memory in MB'

const MANY = 100_000
const MANY_STORED = `first sync of ${MANY}, stored, time against mbsync`
const MANY_SEARCHABLE = `first sync of ${MANY}, searchable, time against mbsync`
const MANY_SEARCHABLE_RATIO = 1.6
const MANY_MEMORY = `first sync of ${MANY}, peak memory in MB`

/** `mail.sync`: from the request that connects the account to the last message found by search, against `mbsync`. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const samples = findMailSamples(quick)
  const missing = samples ? (dovecotMissing() ?? (hasMbsync() ? null : NO_MBSYNC)) : NO_SAMPLES
  if (!samples || missing) return { checks: [notRun(NAME, RATIO, missing!), notRun(MEMORY, MEGABYTES, missing!)] }
  const real = await syncReal(samples, quick ? 1 : 3)
  return { checks: quick ? real : [...real, ...(await syncMany())] }
}

async function syncReal(samples: readonly string[], count: number): Promise<Check[]> {
  await using dovecot = await Dovecot.start()
  const messages = await fillInbox(dovecot, samples)
  const rounds: Round[] = []
  while (rounds.length < count) rounds.push(await measure(dovecot, messages, rounds.length + 1))
  const ratio = median(rounds.map((round) => round.searchable / round.mbsync))
  return [
    atMost(NAME, ratio, RATIO, { messages, rounds: rounds.map(toDetail) }),
    below(MEMORY, Math.max(...rounds.map(({ megabytes }) => megabytes)), MEGABYTES),
  ]
}

/** A mailbox of many years: once, since copying it alone takes minutes. */
async function syncMany(): Promise<Check[]> {
  await using dovecot = await Dovecot.start()
  const messages = await fillInboxWith(dovecot, zipfMail(MANY))
  const round = await measure(dovecot, messages, 1)
  return [
    atMost(MANY_STORED, round.stored / round.mbsync, RATIO, { messages, ...toDetail(round) }),
    atMost(MANY_SEARCHABLE, round.searchable / round.mbsync, MANY_SEARCHABLE_RATIO),
    below(MANY_MEMORY, round.megabytes, MEGABYTES),
  ]
}

async function measure(dovecot: Dovecot, messages: number, round: number): Promise<Round> {
  const mbsync = await timeMbsync(dovecot)
  const ours = await timeSync(dovecot, messages)
  say(
    `${messages} messages, round ${round}: stored ${seconds(ours.stored)} s, searchable ${seconds(ours.searchable)} s, ` +
      `${seconds(ours.cpu)} s of processor, ${Math.round(ours.megabytes)} MB, against ${seconds(mbsync)} s`,
  )
  return { ...ours, mbsync }
}

interface Round {
  stored: number
  searchable: number
  cpu: number
  megabytes: number
  mbsync: number
}

async function timeMbsync({ port }: Dovecot): Promise<number> {
  await using folder = await tempFolder()
  return await mbsync(port, folder.path)
}

async function timeSync(dovecot: Dovecot, messages: number): Promise<Omit<Round, 'mbsync'>> {
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
