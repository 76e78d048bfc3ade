import type { QueryClient } from '@tanstack/react-query'
import type { WebModule } from '#ui/define-web-module.ts'
import { followPerson } from './offline/follow-person.ts'
import { keepApp } from './offline/keep-app.ts'

/** Begins what the first page does not need. */
export async function afterPaint(modules: readonly WebModule[], queries: QueryClient): Promise<void> {
  followPerson(modules, queries)
  // A browser that refuses to keep the app still runs it.
  await keepApp().catch(() => undefined)
}
