import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import { createCapture, getCapture, type Capture, type CaptureWay } from '../../contract.ts'

/** A Daybook of people, captures, tasks and search, for tests. */
export function openCaptureApp(options: Omit<TestAppOptions, 'modules'> = {}): Promise<TestApp> {
  return openAppOf(['identity', 'capture', 'tasks', 'day', 'search'], options)
}

/** Writes something down and waits until it is read. */
export async function dump(app: TestApp, text: string, way: CaptureWay = 'auto', locale = 'en-GB'): Promise<Capture> {
  const { id } = await app.call(createCapture, { text, way, locale, zone: 'Europe/Berlin' })
  await app.settle()
  return app.call(getCapture, { id })
}
