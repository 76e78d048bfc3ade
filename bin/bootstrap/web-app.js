import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.js'
import { findRuntime } from './runtime.js'
import { giveUp, inProject, root, say } from './project.js'

const STAMP = inProject('apps', 'web', 'dist', '.build')

/** Builds the web app when what it is made of has changed since the last build. */
export function ensureWebApp() {
  const digest = digestOfSources()
  if (built(digest)) return
  alone('web', () => {
    if (!built(digest)) build(digest)
  })
}

function built(digest) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === digest
}

function build(digest) {
  say('Building the web app…')
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js')
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } }
  const { status } = spawnSync(findRuntime(), [vite, 'build', 'apps/web', '--logLevel', 'warn'], options)
  if (status !== 0)
    giveUp('The web app could not be built.', 'See the lines above; "--no-web" starts Daybook without it.')
  writeFileSync(STAMP, `${digest}\n`)
}

function digestOfSources() {
  const hash = createHash('sha256')
  for (const path of sources())
    hash
      .update(`${path}\0`)
      .update(readFileSync(inProject(path)))
      .update('\0')
  return hash.digest('hex')
}

/** Every file the build reads, in a fixed order, below the root. */
function sources() {
  const modules = folders('modules').filter((name) => name !== 'registry')
  return [
    'package-lock.json',
    'tsconfig.base.json',
    ...['apps/web', 'packages/ui', 'packages/client', 'packages/contract', 'packages/base', 'modules/registry'].flatMap(
      walk,
    ),
    ...modules.flatMap((name) => [
      ...walk(`modules/${name}/web`),
      ...walk(`modules/${name}/contract`),
      `modules/${name}/contract.ts`,
    ]),
  ]
    .filter((path) => existsSync(inProject(path)))
    .sort((a, b) => (a < b ? -1 : 1))
}

const folders = (path) =>
  readdirSync(inProject(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

function walk(path) {
  if (!existsSync(inProject(path))) return []
  return readdirSync(inProject(path), { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name)
    if (entry.isDirectory()) return entry.name === 'dist' || entry.name === 'node_modules' ? [] : walk(below)
    return entry.name.endsWith('.test.ts') ? [] : [below]
  })
}
