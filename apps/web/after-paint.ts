import { keepApp } from './offline/keep-app.ts'

/** Begins what the first page does not need. */
export async function afterPaint(): Promise<void> {
  // A browser that refuses to keep the app still runs it.
  await keepApp().catch(() => undefined)
}
