import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { alone } from './alone.js'
import { digestOf, folders, walk } from './digest.js'
import { findRuntime } from './runtime.js'
import { giveUp, inProject, root, say } from './project.js'

const STAMP = inProject('apps', 'web', 'dist', '.build')

/** Builds the web app when what it is made of has changed since the last build. */
export function ensureWebApp() {
  const digest = digestOf(sources())
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

/** Every file the build reads, below the root. */
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
}
