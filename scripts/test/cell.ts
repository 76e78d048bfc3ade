/** What one way of running some tests gave. */
export interface Cell {
  name: string
  passed: number
  failed: number
  /** Suites or tests that could not run here, by name. */
  notRun: string[]
  seconds: number
  /** What failed, a line each: a test, and the first line of why. */
  failures?: string[]
  /** What failed at first and passed when its file was run once more. */
  late?: string[]
  /** Tests that were run, by the path of their file. */
  files?: Map<string, number>
}

/** Prints a line a cell, what failed, was late or was not run, and the total as the last line. Gives the exit status. */
export function printTotal(cells: Cell[], { strict }: { strict: boolean }): number {
  console.log('')
  for (const cell of cells) console.log(cellLine(cell))
  const notRun = cells.flatMap((cell) => cell.notRun)
  printList('Failed', named(cells, 'failures'))
  printList('Passed only when its file was run once more', named(cells, 'late'))
  printList(`Not run${strict ? ', which fails here' : ''}`, notRun)

  const passed = sum(cells.map((cell) => cell.passed))
  const failed = sum(cells.map((cell) => cell.failed)) + (strict ? notRun.length : 0)
  const skipped = strict ? 0 : notRun.length
  // Nothing that passed is no success: then nothing was looked at.
  const ok = failed === 0 && passed > 0
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return ok ? 0 : 1
}

function printList(title: string, lines: string[]): void {
  if (lines.length > 0) console.log([`\n${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'))
}

const named = (cells: Cell[], key: 'failures' | 'late') =>
  cells.flatMap((cell) => (cell[key] ?? []).map((line) => `[${cell.name}] ${line}`))

/** `bun, sqlite  1,234 passed  0 failed  2 not run  (61 s)`. */
function cellLine({ name, passed, failed, notRun, seconds }: Cell): string {
  return `${name.padEnd(16)} ${passed} passed, ${failed} failed, ${notRun.length} not run (${Math.round(seconds)} s)`
}

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0)
