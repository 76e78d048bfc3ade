import { missingVariants, type LockFile } from '../lock/missing-variants.ts'
import type { Rule } from './rule.ts'

/** The lock file names the variants of its packages for every platform, else `npm ci` refuses it. */
export const completeLockFile: Rule = {
  name: 'complete-lock-file',
  why: 'npm leaves out what a registry lacks, and the clone of a stranger cannot be installed.',
  covers: (path) => path === 'package-lock.json',
  look(text) {
    const names = Object.keys(missingVariants(JSON.parse(text) as LockFile))
    if (names.length === 0) return []
    return [
      {
        line: 1,
        fault: `lacks ${names.length} variants such as ${names[0]}; run "node bin/run.js scripts/complete-lock.ts"`,
      },
    ]
  },
}
