import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '#kernel/actor.ts'
import identity from '#modules/identity/server/module.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '#testing/test-app.ts'
import tasks from './module.ts'

/** A Daybook of people and tasks alone, for tests. */
export function openTasksApp(options: TestAppOptions = {}): Promise<TestApp> {
  return openTestApp({ modules: [identity, tasks], ...options })
}

/** Somebody of another workspace on the same server. */
export function stranger(app: TestApp): Actor {
  return app.person('owner', uuidv7())
}

/** An id that no record has. */
export const unknownId = '01933b6e-8f00-7000-8000-000000000001'
