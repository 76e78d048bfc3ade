/** A module that a token may be given, with how many operations each right reaches. */
export interface ScopedModule {
  name: string
  operations: [right: 'read' | 'write', count: number][]
}

interface ApiDocument {
  paths: Record<string, Record<string, { 'x-daybook-operation'?: { name: string; kind: string } }>>
}

/** The modules that tokens can be narrowed to, out of the API document. */
export async function readScopedModules(): Promise<ScopedModule[]> {
  const response = await fetch('/api/v1/openapi.json')
  if (!response.ok) throw new Error(`The API document answered ${response.status}`)
  return scopedModules((await response.json()) as ApiDocument)
}

/** The same out of a document that is there already. */
export function scopedModules({ paths }: ApiDocument): ScopedModule[] {
  const counts = new Map<string, Map<'read' | 'write', Set<string>>>()
  for (const methods of Object.values(paths))
    for (const [method, { 'x-daybook-operation': operation }] of Object.entries(methods)) {
      const module = operation?.name.split('.')[0]
      // Administration has a scope of its own that is one with it.
      if (!operation || !module || module === 'admin') continue
      const right = operation.kind === 'query' || operation.kind === 'stream' || method === 'get' ? 'read' : 'write'
      const rights = counts.get(module) ?? new Map()
      rights.set(right, (rights.get(right) ?? new Set()).add(operation.name))
      counts.set(module, rights)
    }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, rights]) => ({ name, operations: inOrder(rights) }))
}

function inOrder(rights: Map<'read' | 'write', Set<string>>): ScopedModule['operations'] {
  return (['read', 'write'] as const).flatMap((right) => {
    const count = rights.get(right)?.size ?? 0
    return count === 0 ? [] : [[right, count]]
  })
}
