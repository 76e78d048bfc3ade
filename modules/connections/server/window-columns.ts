import type { ConnectionRow } from './database.ts'

/** How much and how often an account is fetched, as it is given. */
export interface WindowInput {
  intervalMinutes?: number | undefined
  windowSince?: string | null | undefined
  windowCount?: number | null | undefined
}

/** The columns that were given, and no others. */
export function windowColumns({
  intervalMinutes,
  windowSince,
  windowCount,
}: WindowInput): Partial<Pick<ConnectionRow, 'interval_minutes' | 'window_since' | 'window_count'>> {
  return {
    ...(intervalMinutes !== undefined && { interval_minutes: intervalMinutes }),
    ...(windowSince !== undefined && { window_since: windowSince === null ? null : Date.parse(windowSince) }),
    ...(windowCount !== undefined && { window_count: windowCount }),
  }
}
