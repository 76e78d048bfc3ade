import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.js'
import { findBun } from './bun.js'
import { digestOf, folders, walk } from './digest.js'
import { giveUp, inProject, root } from './project.js'
import { findRuntime } from './runtime.js'

const SOURCES = 'apps/cli/main.ts'
const BUILT = inProject('.cache', 'program')
const KEPT = 3
const WEB = /[\\/]web[\\/]/

/**
 * The program to run, as a path below the root. Bun gets one joined from all of its files, which starts sooner and
 * takes less memory than a thousand files do; Node runs the files as they are.
 */
export function ensureProgram() {
  if (findRuntime() !== findBun()) return SOURCES
  // What is built names its sources by where they lie: a checkout that was moved or copied is another one.
  const digest = digestOf(sources(), root)
  const program = join('.cache', 'program', digest, 'main.js')
  const built = () => existsSync(inProject(program))
  if (!built())
    alone('program', () => {
      if (!built()) build(digest)
    })
  return program
}

function build(digest) {
  const script = inProject('packages', 'platform', 'runtime', 'join-program.ts')
  const parameters = [script, inProject(SOURCES), join(BUILT, digest)]
  const { status } = spawnSync(findRuntime(), parameters, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0)
    giveUp('Daybook could not be put together.', 'See the lines above; DAYBOOK_RUNTIME=node starts it from its files.')
  forgetOlder()
}

// A server that runs reads parts of its program later on, so those of the last updates stay.
function forgetOlder() {
  const builds = readdirSync(BUILT).map((name) => ({ name, time: statSync(join(BUILT, name)).mtimeMs }))
  for (const { name } of builds.sort((a, b) => b.time - a.time).slice(KEPT))
    rmSync(join(BUILT, name), { recursive: true, force: true })
}

/** Every file the build reads, below the root. */
function sources() {
  return [
    'package.json',
    'package-lock.json',
    ...['apps/server', 'apps/cli'].flatMap(walk),
    ...folders('packages')
      .filter((name) => name !== 'ui')
      .flatMap((name) => walk(`packages/${name}`)),
    ...folders('modules').flatMap((name) => walk(`modules/${name}`).filter((path) => !WEB.test(path))),
  ]
}
