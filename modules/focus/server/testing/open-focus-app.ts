import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'

/** A clock that stands until it is moved. */
export interface MovedClock {
  at: number
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** A Daybook of people, tasks and focus, on a clock that the test moves. */
export function openFocusApp(clock: MovedClock, options: Omit<TestAppOptions, 'modules'> = {}): Promise<TestApp> {
  return openAppOf(['identity', 'tasks', 'focus'], { clock: () => clock.at, ...options })
}

/** A clock at nine in the morning of a Saturday, UTC. */
export function atNine(): MovedClock {
  return { at: Date.UTC(2026, 10, 21, 9) }
}
