import { join } from 'node:path'
import { atLeast, atMost, notRun, rounded, type Check } from './lib/check.ts'
import { cpuSeconds } from './lib/cpu-time.ts'
import { median } from './lib/median.ts'
import { hasProgram, root, runtime } from './lib/project.ts'
import { say } from './lib/say.ts'
import { spawned } from './lib/spawned.ts'
import { tempFolder } from './lib/temp-folder.ts'

const ROUNDS = 3
const SOCKETS = 1000
const SPEED = 0.7
const PROCESSOR = 2
const WAIT = 4

interface Server {
  url: string
  token: string
  pid: number
}

interface Round {
  deliveriesPerSecond: number
  /** Processor time of the server, microseconds a delivery. */
  cpuMicroseconds: number
  p99: number
}

/**
 * `realtime.fanout`: 1,000 sockets that follow events. Daybook stores each event with its command, audit entry and
 * sync, reads it back and checks who may see it; the bare server sends a prepared text to everybody.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const name = 'deliveries/s against a bare server'
  if (!hasProgram('taskset')) return { checks: [notRun(name, SPEED, 'taskset is needed')] }
  const events = quick ? 100 : 300
  await using folder = await tempFolder()
  await using daybook = await startServer('fanout-daybook.ts', folder.path)
  await using bare = await startServer('fanout-bare.ts')

  const ours: Round[] = []
  const others: Round[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    ours.push(await measure(daybook, events))
    others.push(await measure(bare, events))
    say(`round ${round}: ${JSON.stringify({ ours: ours.at(-1), bare: others.at(-1) })}`)
  }

  const ratios = (value: (round: Round) => number) => ours.map((round, n) => value(round) / value(others[n]!))
  const detail = { ours, bare: others }
  return {
    checks: [
      atLeast(name, median(ratios((round) => round.deliveriesPerSecond)), SPEED, detail),
      atMost(
        'processor time a delivery against a bare server',
        median(ratios((round) => round.cpuMicroseconds)),
        PROCESSOR,
      ),
      atMost(
        'p99 from event to delivery against a bare server, ten events a second',
        median(ratios((round) => round.p99)),
        WAIT,
      ),
    ],
  }
}

async function startServer(script: string, ...parameters: string[]): Promise<Server & AsyncDisposable> {
  const process = spawned([runtime, join(root, 'bench/peers', script), ...parameters], { core: 0, cwd: root })
  const [, url, token] = /at (\S+) with (\S+)/.exec(await process.line('Fan-out server'))!
  return { url: url!, token: token!, pid: process.pid, [Symbol.asyncDispose]: () => process[Symbol.asyncDispose]() }
}

async function measure({ url, token, pid }: Server, events: number): Promise<Round> {
  const command = [runtime, join(root, 'bench/peers/fanout-clients.ts'), url, token, String(SOCKETS), String(events)]
  await using clients = spawned(command, { core: 1, cwd: root })
  await clients.line('Clients are ready')
  const began = cpuSeconds(pid)
  const deliveriesPerSecond = numberOf(await clients.line('Speed'))
  const used = cpuSeconds(pid) - began
  const p99 = numberOf(await clients.line('Wait'))
  await clients.ended
  return { deliveriesPerSecond, cpuMicroseconds: rounded((used / (SOCKETS * events)) * 1e6), p99 }
}

function numberOf(line: string): number {
  return Number(line.split(' ')[1])
}
