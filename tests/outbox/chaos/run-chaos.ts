import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dovecot } from '#testing/dovecot.ts'
import { query, verify } from '../../kill/inspect.ts'
import { Chaos, type Tally } from './chaos.ts'
import { FarSide } from './far-side.ts'
import { NearSide } from './near-side.ts'
import { seeded } from './random.ts'

export interface ChaosReport {
  rounds: number
  looks: number
  faults: string[]
  tally: Tally
}

/** So many rounds of chaos, looked at after every few; ends early where the two sides do not agree. */
export async function runChaos(
  options: { seed: number; rounds: number; lookEvery: number },
  say: (line: string) => void = () => undefined,
): Promise<ChaosReport> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-chaos-'))
  const random = seeded(options.seed)
  const faults: string[] = []
  let looks = 0
  let rounds = 0
  try {
    await using dovecot = await Dovecot.start()
    await using far = new FarSide(dovecot)
    await using near = await NearSide.start(join(folder, 'data'))
    const chaos = new Chaos({ dovecot, near, far, random })
    await chaos.begin()
    for (; rounds < options.rounds && faults.length === 0; rounds++) {
      await chaos.round()
      if ((rounds + 1) % options.lookEvery !== 0 && rounds + 1 < options.rounds) continue
      faults.push(...(await chaos.settle()))
      looks += 1
      say(`round ${rounds + 1}: ${faults.length === 0 ? 'both sides agree' : faults.join('; ')}`)
      if (faults.length > 0) for (const line of chaos.journal) say(line)
    }
    await near.stop()
    const { ok, faults: broken } = await verify(join(folder, 'data'))
    if (!ok) faults.push(...broken)
    const [integrity] = query(join(folder, 'data'), 'PRAGMA integrity_check')
    if (integrity!.integrity_check !== 'ok') faults.push(String(integrity!.integrity_check))
    return { rounds, looks, faults, tally: chaos.tally }
  } finally {
    if (!process.env.CHAOS_KEEP) await rm(folder, { recursive: true, force: true })
    else say(folder)
  }
}
