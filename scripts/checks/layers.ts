import { existsSync } from 'node:fs'
import { modules } from '#modules/index.ts'
import { inPackage, nodeProgram, run } from '../lib/run.ts'
import { inProject } from '../lib/project.ts'
import type { CheckResult } from './check-result.ts'

interface Cruise {
  modules: { source: string; dependencies: { module: string; resolved: string; couldNotResolve: boolean }[] }[]
  summary: { violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[] }
}

const PACKAGES = ['base', 'contract', 'kernel', 'platform', 'surfaces', 'client']

/** dependency-cruiser: imports go one way, and modules meet by their contracts. */
export async function checkLayers(): Promise<CheckResult> {
  const cruiser = inPackage('dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const folders = ['packages', 'modules', 'apps', 'scripts', 'bench', 'tests'].filter((folder) =>
    existsSync(inProject(folder)),
  )
  const { stdout, stderr } = await run(nodeProgram(), [
    cruiser,
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'json',
    ...folders,
  ])
  const cruise = JSON.parse(
    stdout || `{"modules":[],"summary":{"violations":[]},"error":${JSON.stringify(stderr)}}`,
  ) as Cruise
  const own = cruise.modules.filter(({ source }) => /^(packages|modules|apps)\//.test(source))
  const faults = [
    ...cruise.summary.violations.map(
      ({ rule, from, to, cycle }) =>
        `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
    ),
    ...own.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ couldNotResolve, module }) => couldNotResolve && /^[#.]/.test(module))
        .map(({ module }) => `${source} imports ${module}, which is not there`),
    ),
    ...unseen(own.map(({ source }) => source)),
  ]
  return {
    name: 'layers',
    ok: faults.length === 0,
    summary: `${own.length} files of ${modules.length} modules and ${PACKAGES.length} packages`,
    faults,
  }
}

/** An empty run must not pass: each module and package has to have been looked at. */
function unseen(sources: string[]): string[] {
  const folders = [...modules.map((name) => `modules/${name}/`), ...PACKAGES.map((name) => `packages/${name}/`)]
  return folders
    .filter((folder) => !sources.some((source) => source.startsWith(folder)))
    .map((folder) => `${folder} was not looked at`)
}
