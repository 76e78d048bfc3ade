import { afterAll, describe, expect, it } from 'vitest'
import { dovecotMissing } from '#testing/dovecot.ts'
import { ServerProcess } from '../kill/server-process.ts'
import { runChaos } from './chaos/run-chaos.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)
afterAll(() => ServerProcess.killAll())

describe.skipIf(missing !== null)('an account that both sides change at once', () => {
  it('is the same on both sides after thirty rounds, with nothing lost and nothing twice', async () => {
    const { faults, rounds, looks } = await runChaos({ seed: 4, rounds: 30, lookEvery: 3 })
    expect(faults).toEqual([])
    expect({ rounds, looks }).toEqual({ rounds: 30, looks: 10 })
  }, 400_000)
})
