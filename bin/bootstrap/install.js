import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { alone } from './alone.js'
import { giveUp, inProject, root, say } from './project.js'

const STAMP = inProject('node_modules', '.daybook-lock')

/**
 * Installs the npm packages when they are missing or are not those of package-lock.json.
 * `tools` asks for the development packages as well.
 */
export function ensureInstalled({ tools = false } = {}) {
  const lock = readFileSync(inProject('package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  if (stampHolds(digest, tools)) return

  alone('install', () => {
    if (!stampHolds(digest, tools) && !matches(JSON.parse(lock), tools)) install(tools)
    writeFileSync(STAMP, `${digest}${hasTools() ? ' tools' : ''}\n`)
  })
}

// A call of the CLI reads one line; the lock file is compared only after it changed.
function stampHolds(digest, tools) {
  const [stamped, extent] = (readText(STAMP) ?? '').trim().split(' ')
  return stamped === digest && (!tools || extent === 'tools')
}

function matches(lock, tools) {
  const installed = JSON.parse(readText(inProject('node_modules', '.package-lock.json')) ?? '{}').packages
  if (!installed) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !tools))
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function install(tools) {
  say('Installing what is missing (once, about a minute)…')
  const clean = npm(['ci', ...(tools ? ['--include=dev'] : [])], 'pipe')
  if (clean.status === 0) return
  // Some npm versions refuse a lock file over packages for other platforms; a plain install keeps to it all the same.
  if (npm(['install', '--no-save', ...(tools ? ['--include=dev'] : [])], 2).status === 0) return
  process.stderr.write(clean.stderr ?? '')
  giveUp('The packages could not be installed.', 'See the lines above; once mended, the same command goes on.')
}

function npm(command, output) {
  const windows = process.platform === 'win32'
  const flags = [...command, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const ran = spawnSync(windows ? 'npm.cmd' : 'npm', flags, {
    cwd: root,
    stdio: ['ignore', output, output],
    shell: windows,
    encoding: 'utf8',
  })
  if (ran.error)
    giveUp(
      'npm was not found, and Daybook needs it to install its packages.',
      'Install Node.js with npm, then try again.',
    )
  return ran
}

const hasTools = () => readText(inProject('node_modules', 'vitest', 'package.json')) !== null

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not there: the same as not installed.
    return null
  }
}
