import { openAppOf } from '#testing/open-app-of.ts'
import { EMAIL, openBrowser, openWithPassword } from '../tests/identity/browser.ts'
import { atMost, type Check } from './lib/check.ts'
import { median } from './lib/median.ts'
import { say } from './lib/say.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * `auth.enumeration`: whether the time of a refused sign-in tells if there is an account. Known and unknown addresses
 * take turns, each try a day after the last one, so that nobody waits for failed tries.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  let now = Date.now()
  await using app = await openAppOf(['identity'], { clock: () => now })
  await openWithPassword(app)
  const tries = quick ? 30 : 150

  async function timeOf(email: string): Promise<number> {
    now += DAY
    const began = performance.now()
    const { status } = await openBrowser(app).send('POST', '/auth/login', { email, password: 'not the password' })
    if (status !== 401) throw new Error(`A wrong password was answered with ${status}`)
    return performance.now() - began
  }

  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < tries; n++) {
    known.push(await timeOf(EMAIL))
    unknown.push(await timeOf(`nobody${n}@example.test`))
  }
  const [seen, unseen] = [median(known), median(unknown)]
  say(`known ${seen.toFixed(1)} ms, unknown ${unseen.toFixed(1)} ms, ${tries} tries each`)
  const ratio = Math.max(seen, unseen) / Math.min(seen, unseen)
  return { checks: [atMost('ratio of the medians of known and unknown addresses', ratio, 1.15)] }
}
