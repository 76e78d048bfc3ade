import { checks } from '../checks/index.ts'
import { printCheck } from '../checks/print-check.ts'
import type { Cell } from './cell.ts'

/** The house rules as a cell: a rule that holds is a test that passed. */
export async function houseCell(): Promise<Cell> {
  const began = performance.now()
  let failed = 0
  for (const check of Object.values(checks)) if (!(await printCheck(check))) failed += 1
  const seconds = (performance.now() - began) / 1000
  return { name: 'house rules', passed: Object.keys(checks).length - failed, failed, notRun: [], seconds }
}
