import { isCode, matchLines, type Rule } from './rule.ts'

const GLOBAL = /^(?!\s*(?:\/\/|\*|\/\*)).*(?:\bBun\.|from 'bun(?::\w+)?'|\bDeno\.)/

/** Web standards and `node:` modules run on both runtimes; what differs is one folder. */
export const noRuntimeGlobals: Rule = {
  name: 'no-runtime-globals',
  why: 'A second runtime is only possible while one folder knows the first.',
  covers: (path) => isCode(path) && !/^(packages\/platform\/runtime|bench|scripts\/rules)\//.test(path),
  look: (text) => matchLines(text, GLOBAL, () => 'uses a global of one runtime outside packages/platform/runtime'),
}
