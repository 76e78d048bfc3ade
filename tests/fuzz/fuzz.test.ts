import { expect, it } from 'vitest'
import { fuzzApi } from './fuzz-api.ts'
import { thoroughly } from '#testing/thoroughly.ts'

const WHOLE = 4000
const REQUESTS = thoroughly(WHOLE)
/** Printed with a failure; another one is another walk. */
const SEED = Number(process.env.DAYBOOK_FUZZ_SEED ?? 20261121)

it(`answers ${REQUESTS} requests as its API document says, whatever they are (seed ${SEED})`, async () => {
  const { faults, sent, statuses, succeeded, operations } = await fuzzApi({ requests: REQUESTS, seed: SEED })
  expect(faults).toEqual([])
  expect(sent).toBe(REQUESTS)
  // A walk that is always refused, or never, has not been anywhere.
  const well = Object.entries(statuses).reduce((sum, [status, count]) => sum + (Number(status) < 400 ? count : 0), 0)
  expect(well).toBeGreaterThan(REQUESTS / 10)
  expect(well).toBeLessThan(REQUESTS * 0.9)
  expect(succeeded).toBeGreaterThan(((operations / 3) * REQUESTS) / WHOLE)
}, 300_000)
