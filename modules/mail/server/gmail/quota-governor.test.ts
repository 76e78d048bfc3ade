import { expect, it } from 'vitest'
import { QuotaGovernor } from './quota-governor.ts'

/** A governor whose time passes only while somebody waits. */
function governed() {
  let now = 0
  const governor = new QuotaGovernor({
    now: () => now,
    sleep: async (milliseconds) => void (now += milliseconds),
  })
  return { governor, now: () => now }
}

it('never spends more within a minute than the server allows', async () => {
  const { governor, now } = governed()
  const spent: { at: number; units: number }[] = []
  for (let n = 0; n < 2000; n += 1) {
    const units = [5, 20, 400, 2][n % 4]!
    await governor.spend(units, { urgent: n % 7 === 0 })
    spent.push({ at: now(), units })
  }
  const inMinuteFrom = (start: number) =>
    spent.filter(({ at }) => at >= start && at < start + 60_000).reduce((sum, { units }) => sum + units, 0)
  const most = Math.max(...spent.map(({ at }) => inMinuteFrom(at)))
  expect(most).toBeLessThanOrEqual(6000)
  // Nor much less: what is allowed is used.
  expect(most).toBeGreaterThan(5000)
})

it('serves what a person waits for before work in the background', async () => {
  const { governor, now } = governed()
  for (let n = 0; n < 2; n += 1) await governor.spend(400)
  expect(now()).toBe(0)
  await governor.spend(100, { urgent: true })
  expect(now()).toBe(0)
  await governor.spend(100)
  expect(now()).toBeGreaterThan(0)
})

it('asks nothing while the server wants a rest, and says until when', async () => {
  const { governor, now } = governed()
  governor.hold(30_000)
  expect(governor.status()).toEqual({ perMinute: 6000, used: 0, refusals: 1, waitsUntil: 30_000 })
  await governor.spend(5, { urgent: true })
  expect(now()).toBeGreaterThanOrEqual(30_000)
  expect(governor.status()).toMatchObject({ used: 5, waitsUntil: null })
})

it('serves a large call in its turn', async () => {
  const { governor } = governed()
  await governor.spend(800)
  const order: string[] = []
  await Promise.all([
    governor.spend(700).then(() => order.push('large')),
    ...[1, 2, 3].map((n) => governor.spend(5).then(() => order.push(`small ${n}`))),
  ])
  expect(order).toEqual(['large', 'small 1', 'small 2', 'small 3'])
})

it('stops waiting when told, and leaves its turn to the next', async () => {
  const governor = new QuotaGovernor({ perMinute: 6000 })
  await governor.spend(800)
  const stop = new AbortController()
  const waiting = governor.spend(800, { signal: stop.signal })
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  await governor.spend(1, { urgent: true })
})
