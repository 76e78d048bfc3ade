/** What one house rule found. */
export interface CheckResult {
  name: string
  ok: boolean
  /** What was looked at, so that an empty run is seen as such. */
  summary: string
  /** A line a fault. */
  faults: string[]
}

/** A house rule that can be run. */
export type Check = () => Promise<CheckResult>

/** The non-empty lines of what a tool said. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
