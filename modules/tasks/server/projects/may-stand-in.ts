import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ProjectRow, TasksTables } from '../database.ts'
import { findProject } from '../find-project.ts'

/** Projects above one another at most. */
const DEEPEST = 20

/**
 * Whether a project may stand below another: not below itself, and what all see not below what is one person's alone,
 * where nobody else would find it. An id of null stands for a new one.
 */
export async function mayStandIn(
  db: ReadDatabase<TasksTables>,
  { id, private_to }: Pick<ProjectRow, 'private_to'> & { id: string | null },
  parent: ProjectRow,
): Promise<boolean> {
  if (parent.private_to !== null && parent.private_to !== private_to) return false
  let above: ProjectRow | undefined = parent
  for (let depth = 0; above && depth < DEEPEST; depth++) {
    if (above.id === id) return false
    if (above.parent_id === null) return true
    above = await findProject(db, above.parent_id)
  }
  return above === undefined
}

/** Whether what stands below a project could stay there, were it one person's alone. */
export async function hasSharedBelow(db: ReadDatabase<TasksTables>, id: string): Promise<boolean> {
  const below = await db
    .selectFrom('tasks_project')
    .select('id')
    .where('parent_id', '=', id)
    .where('private_to', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return below !== undefined
}
