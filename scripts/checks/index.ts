import type { Check } from './check-result.ts'
import { checkDeadCode } from './dead-code.ts'
import { checkFormat } from './format.ts'
import { checkGenerated } from './generated.ts'
import { checkLayers } from './layers.ts'
import { checkLint } from './lint.ts'
import { checkRules } from './rules.ts'
import { checkTypes } from './types.ts'

/** The house rules by name, the quick ones first. */
export const checks: Record<string, Check> = {
  format: checkFormat,
  rules: checkRules,
  layers: checkLayers,
  'dead-code': checkDeadCode,
  generated: checkGenerated,
  lint: checkLint,
  types: checkTypes,
}
