import { isOperation } from '#contract/operation.ts'
import { modules } from '#modules/index.ts'
import type { GeneratedFile } from './generated-files.ts'

/** The operations by name, as types alone: what `invoke` is typed by, without a contract being loaded. */
export async function operationMap(): Promise<GeneratedFile[]> {
  const contracts = [
    { name: 'kernel', path: '#kernel/builtin/contract.ts' },
    ...modules.map((name) => ({ name, path: `#modules/${name}/contract.ts` })),
  ]
  const all = await Promise.all(contracts.map(async (contract) => ({ ...contract, lines: await linesOf(contract) })))
  const parts = all.filter(({ lines }) => lines.length > 0)
  const imports = parts.map(({ name, path }) => `import type * as ${name} from '${path}'\n`)
  const header = '// Written by `npm run generate` from the contracts.\n'
  const body = parts.flatMap(({ lines }) => lines).join('')
  const text = `${header}${imports.join('')}\n/** Every operation by its name. */\nexport interface Operations {\n${body}}\n`
  return [{ path: 'modules/registry/operations.ts', text }]
}

async function linesOf({ name, path }: { name: string; path: string }): Promise<string[]> {
  const contract = (await import(path)) as Record<string, unknown>
  return Object.entries(contract).flatMap(([key, value]) =>
    isOperation(value) && value.access !== 'system' ? [`  '${value.name}': typeof ${name}.${key}\n`] : [],
  )
}
