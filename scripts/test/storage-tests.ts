import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { inProject } from '../lib/project.ts'
import { trackedFiles } from '../lib/tracked-files.ts'

/** Whoever opens an app or a database of the tests' stores something, and is run on both databases and both runtimes. */
const OPENERS = ['packages/testing/test-app.ts', 'packages/testing/test-database.ts']
/** What is about one database, or starts programs of its own. */
const ELSEWHERE = /^(tests\/(web|kill|durability|start|threads|adding-a-module|postgres)|packages\/platform)\//

/** The test files that reach a test app by their imports, however many files away. */
export async function storageTests(): Promise<string[]> {
  const files = (await trackedFiles()).filter((path) => path.endsWith('.ts'))
  const reaches = reachingOf(OPENERS, readProjectFile)
  return files.filter((path) => path.endsWith('.test.ts') && !ELSEWHERE.test(path) && reaches(path))
}

/** Says of a file whether it imports one of some others, itself or by what it imports. */
export function reachingOf(goals: readonly string[], read: (path: string) => string | null): (path: string) => boolean {
  const known = new Map<string, boolean>()
  const reaches = (path: string): boolean => {
    if (goals.includes(path)) return true
    const found = known.get(path)
    if (found !== undefined) return found
    // Circles end here; what they reach is found on the way round.
    known.set(path, false)
    const text = read(path)
    const answer = text !== null && importsOf(path, text).some(reaches)
    known.set(path, answer)
    return answer
  }
  return reaches
}

/** Files of the repository that a source imports, statically or when it runs; types alone carry nothing. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .filter(([statement]) => !/^\s*import type\b/.test(statement))
    .map(([, named, called]) => resolveSpecifier(path, named ?? called))
    .filter((resolved) => resolved !== null)
}

const IMPORT = /^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm

function resolveSpecifier(from: string, specifier: string | undefined): string | null {
  if (specifier === undefined) return null
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  const alias = /^#(\w+)\/(.+)$/.exec(specifier)
  if (!alias) return null
  const [, layer, rest] = alias
  return `${layer === 'modules' || layer === 'apps' ? layer : `packages/${layer}`}/${rest}`
}

function readProjectFile(path: string): string | null {
  const file = inProject(path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
