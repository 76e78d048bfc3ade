import { isOperation, type AnyOperation } from '#contract/operation.ts'
import { contractModules } from '#modules/registry/contract.ts'

/** An operation as the CLI calls it. */
export interface CatalogEntry {
  /** `task add` as words. */
  words: string[]
  operation: AnyOperation
}

/** Every operation that reaches a surface, by its words: `cli.name`, else `module verb`. */
export async function loadCatalog(): Promise<CatalogEntry[]> {
  const contracts = await Promise.all([
    import('#kernel/builtin/contract.ts'),
    ...contractModules.map(({ load }) => load()),
  ])
  return contracts
    .flatMap((contract) => Object.values(contract as Record<string, unknown>).filter(isOperation))
    .filter(({ access }) => access !== 'system')
    .map((operation) => ({ words: (operation.cli.name ?? operation.name.replace('.', ' ')).split(' '), operation }))
    .sort((a, b) => (a.words.join(' ') < b.words.join(' ') ? -1 : 1))
}

/** The entry whose words begin a command line, the longest first, and what follows them. */
export function findEntry(
  catalog: CatalogEntry[],
  words: readonly string[],
): { entry: CatalogEntry; rest: string[] } | null {
  const fitting = catalog.filter((entry) => entry.words.every((word, index) => words[index] === word))
  const entry = fitting.sort((a, b) => b.words.length - a.words.length)[0]
  if (entry) return { entry, rest: words.slice(entry.words.length) }
  // `module verb` names every operation, whatever shorter words it has.
  const named = catalog.find(({ operation }) => operation.name === words.slice(0, 2).join('.'))
  return named ? { entry: { ...named, words: words.slice(0, 2) }, rest: words.slice(2) } : null
}
