import { dovecotMissing } from '#testing/dovecot.ts'
import { runChaos } from '../tests/outbox/chaos/run-chaos.ts'
import { ServerProcess } from '../tests/kill/server-process.ts'
import { atLeast, atMost, notRun, type Check } from './lib/check.ts'
import { say } from './lib/say.ts'

const SEED = 20261121

/**
 * `mail.chaos`: random changes on a real IMAP server and here, with kills of Daybook and of the server between. Whenever
 * both come to rest they agree, nothing is lost, nothing twice, and nothing changed more often than it was written.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const wanted = quick ? 40 : 500
  const missing = dovecotMissing()
  if (missing !== null) return { checks: [notRun('rounds', wanted, missing)] }
  try {
    const { rounds, looks, faults, tally } = await runChaos({ seed: SEED, rounds: wanted, lookEvery: 5 }, say)
    const detail = Object.fromEntries(tally)
    return {
      checks: [
        atLeast('rounds', rounds, wanted, detail),
        atLeast('looks at which both sides agreed', faults.length === 0 ? looks : looks - 1, wanted / 5),
        atMost('differences', faults.length, 0, faults.slice(0, 20)),
      ],
    }
  } finally {
    await ServerProcess.killAll()
  }
}
