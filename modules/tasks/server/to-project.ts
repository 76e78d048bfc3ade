import { toInstant } from '#base/time.ts'
import type { Project } from '../contract.ts'
import type { ProjectRow } from './database.ts'

/** A row of projects with the number of its open tasks, as the API shows it. */
export function toProject(row: ProjectRow & { open_tasks: number }): Project {
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    color: row.color,
    outcome: row.outcome,
    targetOn: row.target_on,
    archived: row.archived === 1,
    ownerId: row.owner_id,
    visibility: row.private_to === null ? 'shared' : 'private',
    parentId: row.parent_id,
    position: Number(row.position),
    openTasks: row.open_tasks,
    createdAt: toInstant(row.created_at),
  }
}
