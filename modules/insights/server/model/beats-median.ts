import type { BackTest } from '../estimates/back-test.ts'

/** With fewer tasks the back-test says nothing yet, and estimates are shown as they are. */
const TELLING = 30

/** Whether estimates beat the plain median of the past; where they don't, the plain range of past tasks is shown. */
export function beatsMedian({ tasks, error, medianError }: Pick<BackTest, 'tasks' | 'error' | 'medianError'>): boolean {
  return tasks < TELLING || error < medianError
}
