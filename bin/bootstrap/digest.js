import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.js'

/** One digest of the names and the contents of files below the root, and of what else a build depends on. */
export function digestOf(paths, besides = '') {
  const hash = createHash('sha256').update(besides)
  const existing = paths.filter((path) => existsSync(inProject(path)))
  for (const path of existing.sort((a, b) => (a < b ? -1 : 1)))
    hash
      .update(`${path}\0`)
      .update(readFileSync(inProject(path)))
      .update('\0')
  return hash.digest('hex')
}

/** The folders in a folder below the root. */
export const folders = (path) =>
  readdirSync(inProject(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

/** Every file below a folder that a build may read: no tests, and nothing built. */
export function walk(path) {
  if (!existsSync(inProject(path))) return []
  return readdirSync(inProject(path), { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name)
    if (entry.isDirectory()) return entry.name === 'dist' || entry.name === 'node_modules' ? [] : walk(below)
    return entry.name.endsWith('.test.ts') ? [] : [below]
  })
}
