import type { Project } from '#modules/tasks/contract.ts'

/** A project with how deep it stands, and those beside it in their order. */
export interface Placed {
  project: Project
  depth: number
  siblings: Project[]
}

/** Projects as a tree is read: each before those below it. One whose parent is not there stands at the top. */
export function toTree(projects: readonly Project[]): Placed[] {
  const ids = new Set(projects.map(({ id }) => id))
  const below = Map.groupBy(projects, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const placed: Placed[] = []
  const walk = (parentId: string | null, depth: number) => {
    const siblings = below.get(parentId) ?? []
    for (const project of siblings) {
      placed.push({ project, depth, siblings })
      walk(project.id, depth + 1)
    }
  }
  walk(null, 0)
  return placed
}

/** The ids of all projects, after one of them changed places with the one before or after it beside it. */
export function orderAfterMove(placed: readonly Placed[], id: string, by: -1 | 1): string[] | null {
  const moved = placed.find(({ project }) => project.id === id)
  if (!moved) return null
  const at = moved.siblings.findIndex((project) => project.id === id)
  const other = moved.siblings[at + by]
  if (!other) return null
  const ids = placed.map(({ project }) => project.id)
  const [here, there] = [ids.indexOf(id), ids.indexOf(other.id)]
  ids[here] = other.id
  ids[there] = id
  return ids
}
