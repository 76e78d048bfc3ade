import { readFile, writeFile } from 'node:fs/promises'
import { inProject } from './lib/project.ts'
import { missingVariants, type LockFile } from './lock/missing-variants.ts'

/** `node bin/run.js scripts/complete-lock.ts`, after `npm install` where the registry lacks variants for other platforms. */
const path = inProject('package-lock.json')
const lock = JSON.parse(await readFile(path, 'utf8')) as LockFile
const missing = missingVariants(lock)
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
await writeFile(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
console.log(`package-lock.json: ${Object.keys(missing).length} variants added`)
