import { existsSync } from 'node:fs'
import { modules } from '#modules/index.ts'
import { inProject } from '../lib/project.ts'
import type { GeneratedFile } from './generated-files.ts'

/** The registries of modules/: static, lazy imports, so that bundlers and type checkers follow them. */
export function registryFiles(): GeneratedFile[] {
  for (const name of modules) refuseMissing(name)
  return [
    { path: 'modules/registry/contract.ts', text: named('contractModules', 'The contracts', 'contract.ts') },
    { path: 'modules/registry/server.ts', text: named('serverModules', 'The manifests', 'server/module.ts') },
    { path: 'modules/registry/web.ts', text: web() },
  ]
}

const HEADER = '// Written by `npm run generate` from modules/index.ts.\n'

function named(constant: string, what: string, file: string): string {
  const lines = modules.map((name) => `  { name: '${name}', load: () => import('#modules/${name}/${file}') },\n`)
  return `${HEADER}\n/** ${what} of the modules, each loaded when it is asked for. */\nexport const ${constant} = [\n${lines.join('')}] as const\n`
}

function web(): string {
  const lines = modules.map(webEntry).filter((entry) => entry !== null)
  const body = lines.map((entry) => `  () => import('#modules/${entry}'),\n`).join('')
  return `${HEADER}\n/** The pages of the modules that have some, each loaded when it is asked for. */\nexport const webModules = [\n${body}] as const\n`
}

function webEntry(name: string): string | null {
  const entry = ['index.ts', 'index.tsx'].find((file) => existsSync(inProject('modules', name, 'web', file)))
  return entry ? `${name}/web/${entry}` : null
}

function refuseMissing(name: string): void {
  if (!existsSync(inProject('modules', name, 'contract.ts'))) {
    throw new Error(`modules/index.ts names "${name}", but there is no modules/${name}/contract.ts`)
  }
}
