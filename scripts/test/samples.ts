import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { inProject } from '../lib/project.ts'

/** The folder of sample data: where DAYBOOK_SAMPLES says, else beside the checkout, else none. */
export function findSamples(): string | null {
  const folder = process.env.DAYBOOK_SAMPLES
    ? resolve(process.env.DAYBOOK_SAMPLES)
    : inProject('..', 'shared', 'samples')
  return existsSync(folder) ? folder : null
}
