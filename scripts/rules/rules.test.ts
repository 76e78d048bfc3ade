import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inProject } from '../lib/project.ts'
import { rules } from './index.ts'
import type { Rule } from './rule.ts'

const decisions = readFileSync(inProject('docs/decisions/README.md'), 'utf8')
const oneDecision = /^- \[0009\].*$/m.exec(decisions)![0]

/** For each rule a path, texts it must fault and texts it must let pass. */
const stories: Record<string, { path: string; bad: string[]; good: string[]; notCovered: string }> = {
  'comments-in-the-present': {
    path: 'packages/base/a.ts',
    bad: ['// This used to be a list.', ' * It was changed to a map', 'call() // no longer needed', '// TODO later'],
    good: ['// One writer: SQLite locks the file, not the row.', "const text = 'previously'"],
    notCovered: 'README.md',
  },
  'complete-lock-file': {
    path: 'package-lock.json',
    bad: ['{"packages":{"node_modules/a":{"optionalDependencies":{"a-darwin-arm64":"1.0.0"}}}}'],
    good: [
      '{"packages":{"node_modules/a":{"optionalDependencies":{"b-linux-x64":"1.0.0"}},"node_modules/b-linux-x64":{}}}',
    ],
    notCovered: 'package.json',
  },
  'kind-words': {
    path: 'modules/day/web/a.tsx',
    bad: [
      "const told = 'Three tasks are overdue'",
      '<p>You missed two days</p>',
      '<p>Don’t lose your streak</p>',
      "summary: 'What you have not finished. You should have'",
    ],
    good: [
      "const told = 'Three tasks are still open'",
      '// Never "overdue": nobody comes back to that.',
      'lazy(() => f())',
    ],
    notCovered: 'modules/day/web/a.test.tsx',
  },
  'listed-decisions': {
    path: 'docs/decisions/README.md',
    bad: [
      decisions.replace(`${oneDecision}\n`, ''),
      `${decisions}${oneDecision}\n`,
      `${decisions}- [9999](9999-nobody-took-it.md) What nobody chose\n`,
    ],
    good: [decisions],
    notCovered: 'docs/decisions/0009-no-microservices.md',
  },
  'no-class-names': {
    path: 'packages/kernel/a.ts',
    bad: ["if (cause.constructor.name === 'Late') return"],
    good: ['if (cause instanceof Late) return'],
    notCovered: 'packages/kernel/a.test.ts',
  },
  'no-focused-tests': {
    path: 'packages/base/a.test.ts',
    bad: ["it.only('a', f)", "describe.skip('a', f)", "test.todo('a')"],
    good: ["it('a', f)", "describe.skipIf(!samples)('a', f)"],
    notCovered: 'packages/base/a.ts',
  },
  'no-literal-ids': {
    path: 'modules/tasks/server/a.ts',
    bad: ["const owner = '01933b6e-8f00-7000-8000-000000000002'"],
    good: ["const exampleId = '01933b6e-8f00-7000-8000-000000000001'", 'const id = uuidv7()'],
    notCovered: 'modules/tasks/server/a.test.ts',
  },
  'no-registry-hosts': {
    path: 'package-lock.json',
    bad: ['      "resolved": "https://registry.example/a.tgz",'],
    good: ['      "integrity": "sha512-…",'],
    notCovered: 'package.json',
  },
  'no-relative-layers': {
    path: 'packages/kernel/a.ts',
    bad: [
      "import { a } from '../../modules/tasks/contract.ts'",
      "import { a } from './b'",
      "await import('#base/ids')",
    ],
    good: ["import { a } from '#modules/tasks/contract.ts'", "import { a } from './b.ts'", "import './styles.css'"],
    notCovered: 'scripts/a.ts',
  },
  'no-runtime-globals': {
    path: 'packages/kernel/a.ts',
    bad: [
      'const file = Bun.file(path)',
      "import { Database } from 'bun:sqlite'",
      "import { WebSocketServer } from 'ws'",
      "import { createServer, type Server } from 'node:http'",
    ],
    good: [
      '// Bun. serves here',
      "import { DatabaseSync } from 'node:sqlite'",
      "import { request } from 'node:http'",
      "import { createServer } from 'node:net'",
    ],
    notCovered: 'packages/platform/runtime/serve-bun.ts',
  },
  'one-idea-a-file': {
    path: 'packages/kernel/a.ts',
    bad: ['line\n'.repeat(500)],
    good: ['line\n'.repeat(80)],
    notCovered: 'packages/kernel/a.test.ts',
  },
  'pinned-versions': {
    path: 'package.json',
    bad: ['    "zod": "^4.0.0",', '    "zod": "latest"', '    "typescript-7": "npm:typescript@~7.0.2"'],
    good: ['    "zod": "4.6.7",', '    "node": ">=20"', '    "typescript-7": "npm:typescript@7.0.2"'],
    notCovered: 'package-lock.json',
  },
  'proofs-of-security': {
    path: 'docs/security-audit.md',
    bad: [
      '| 1.1 | holds | `tests/security/gone.test.ts` |',
      '| 1.1 | holds | `packages/surfaces/error-table.test.ts`: "a test that nobody wrote" |',
    ],
    good: ['| 1.1 | holds | `scripts/rules/rules.test.ts`: "have a story each", `--data`, `PATCH /auth/me` |'],
    notCovered: 'docs/guide/cli.md',
  },
  'table-prefixes': {
    path: 'modules/tasks/server/migrations/0001.ts',
    bad: ["schema.createTable('task')", "run('CREATE TABLE notes (id)')"],
    good: ["schema.createTable('tasks_task')", "run('CREATE VIRTUAL TABLE tasks_text USING fts5')"],
    notCovered: 'packages/kernel/migrations/kernel-tables.ts',
  },
}

describe('the rules of the house', () => {
  it('have a story each', () => {
    expect(Object.keys(stories).sort()).toEqual(rules.map((rule) => rule.name).sort())
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule: Rule) => {
    const { path, bad, good, notCovered } = stories[name]!
    expect(rule.covers(path)).toBe(true)
    expect(rule.covers(notCovered)).toBe(false)
    for (const text of bad) expect(rule.look(text, path), text).toHaveLength(1)
    for (const text of good) expect(rule.look(text, path), text).toEqual([])
  })
})
