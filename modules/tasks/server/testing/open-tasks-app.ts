import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '#kernel/actor.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'

/** A Daybook of people and tasks alone, for tests. */
export function openTasksApp(options: Omit<TestAppOptions, 'modules'> = {}): Promise<TestApp> {
  return openAppOf(['identity', 'tasks'], options)
}

/** Somebody of another workspace on the same server. */
export function stranger(app: TestApp): Actor {
  return app.person('owner', uuidv7())
}

/** An id that no record has. */
export const unknownId = '01933b6e-8f00-7000-8000-000000000001'
