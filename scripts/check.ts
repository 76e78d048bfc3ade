import { checks } from './checks/index.ts'
import { printCheck } from './checks/print-check.ts'

/** `npm run check [NAME…]`: the house rules, a line each, and the faults below the line. */
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(checks, name))
if (unknown) {
  console.error(`There is no check "${unknown}". There is: ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}

for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
  if (!(await printCheck(checks[name]!))) process.exitCode = 1
}
