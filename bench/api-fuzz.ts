import { fuzzApi } from '../tests/fuzz/fuzz-api.ts'
import { atMost, type Check } from './lib/check.ts'
import { say } from './lib/say.ts'

const REQUESTS = 20_000
const QUICK_REQUESTS = 2000

/** `api.fuzz`: requests made from the API document, each answer held to it; a run of its own, since it takes minutes. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const seed = Number(process.env.DAYBOOK_FUZZ_SEED ?? Date.now() % 2 ** 31)
  const requests = quick ? QUICK_REQUESTS : REQUESTS
  const { faults, sent, statuses, succeeded, operations } = await fuzzApi({ requests, seed })
  for (const fault of faults) say(fault)
  const detail = { seed, sent, statuses, succeeded, operations, faults: faults.slice(0, 20) }
  return {
    checks: [
      atMost('answers that are not as documented', faults.length, 0, detail),
      atMost('requests without an answer', requests - sent, 0),
    ],
  }
}
