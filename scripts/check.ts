import { checkDeadCode } from './checks/dead-code.ts'
import { checkFormat } from './checks/format.ts'
import { checkGenerated } from './checks/generated.ts'
import { checkLayers } from './checks/layers.ts'
import { checkLint } from './checks/lint.ts'
import { checkRules } from './checks/rules.ts'
import { checkTypes } from './checks/types.ts'
import type { Check } from './checks/check-result.ts'

/** `npm run check [NAME…]`: the house rules, a line each, and the faults below the line. */
const checks: Record<string, Check> = {
  format: checkFormat,
  lint: checkLint,
  types: checkTypes,
  layers: checkLayers,
  'dead-code': checkDeadCode,
  rules: checkRules,
  generated: checkGenerated,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(checks, name))
if (unknown) {
  console.error(`There is no check "${unknown}". There is: ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
  const began = performance.now()
  const { ok, summary, faults } = await checks[name]!()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${summary} (${seconds} s)`)
  for (const fault of faults) console.log(`     ${fault}`)
  if (!ok) failed += 1
}
if (failed > 0) process.exitCode = 1
