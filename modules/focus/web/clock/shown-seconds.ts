import type { LiveSession } from './use-focus.ts'

/** What the clock shows: what is left of it, how long it has been, or how long ago the bell rang. */
export function shownSeconds({ left, over, phaseSeconds, plannedSeconds }: LiveSession): number {
  if (over && left !== null) return -left
  return left ?? (plannedSeconds === null ? phaseSeconds : Math.max(0, plannedSeconds - phaseSeconds))
}
