import { isCode, isTest, matchLines, type Rule } from './rule.ts'

const GLOBAL = /^(?!\s*(?:\/\/|\*|\/\*)).*(?:\bBun\.|from 'bun(?::\w+)?'|\bDeno\.)/
/** What listens: node's own servers, the sockets beside them, and the adapter of web-standard handlers. */
const SERVER = /\bcreateServer\b.*from 'node:https?'|from '(?:ws|@hono\/node-server)'/

/** Web standards and `node:` modules run on both runtimes; what differs is one folder, and so is what listens. */
export const noRuntimeGlobals: Rule = {
  name: 'no-runtime-globals',
  why: 'A second runtime is only possible while one folder knows the first, and one folder knows how each listens.',
  covers: (path) => isCode(path) && !/^(packages\/platform\/runtime|bench|scripts\/rules)\//.test(path),
  look: (text, path) => [
    ...matchLines(text, GLOBAL, () => 'uses a global of one runtime outside packages/platform/runtime'),
    ...(isOfTests(path) ? [] : matchLines(text, SERVER, () => 'listens outside packages/platform/runtime')),
  ],
}

// Tests talk to fakes of what is beyond this machine, and these listen as they like.
const isOfTests = (path: string) => isTest(path) || /(^|\/)(tests|testing)\//.test(path)
