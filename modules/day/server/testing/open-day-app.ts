import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'

/** A Daybook with days, by a clock that a test sets; `now` is the instant it shows. */
export async function openDayApp(now: string): Promise<TestApp & { setClock(now: string): void }> {
  let at = Date.parse(now)
  const app = await openAppOf(['identity', 'connections', 'mail', 'tasks', 'day'], { clock: () => at })
  return Object.assign(app, {
    setClock(next: string) {
      at = Date.parse(next)
    },
  })
}

export const berlin = 'Europe/Berlin'
