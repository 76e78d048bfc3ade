import { existsSync, readdirSync } from 'node:fs'
import { inProject } from './project.js'

const PLATFORMS = { win32: 'windows' }
const ARCHITECTURES = { arm64: 'aarch64' }

/** The pinned Bun. It comes as an npm package with the binary in it, so no install script has to run. */
export function findBun() {
  const program = process.platform === 'win32' ? 'bun.exe' : 'bun'
  return candidates()
    .map((name) => inProject('node_modules', '@oven', name, 'bin', program))
    .find((path) => existsSync(path))
}

/** The packages that may hold it here, the best first: the plain build, then musl and baseline variants. */
function candidates() {
  const platform = PLATFORMS[process.platform] ?? process.platform
  const architecture = ARCHITECTURES[process.arch] ?? process.arch
  const plain = `bun-${platform}-${architecture}`
  const names = listFolder(inProject('node_modules', '@oven')).filter(
    (name) => name === plain || name.startsWith(`${plain}-`),
  )
  const wantMusl = names.length > 1 && usesMusl()
  const rank = (name) =>
    (name.includes('musl') === wantMusl ? 0 : 2) + (name === plain || name.endsWith('-musl') ? 0 : 1)
  return names.filter((name) => !name.endsWith('-android')).sort((a, b) => rank(a) - rank(b))
}

function usesMusl() {
  if (process.platform !== 'linux') return false
  return listFolder('/lib').some((name) => name.startsWith('ld-musl-'))
}

function listFolder(path) {
  try {
    return readdirSync(path)
  } catch {
    // No such folder: nothing to choose from.
    return []
  }
}
