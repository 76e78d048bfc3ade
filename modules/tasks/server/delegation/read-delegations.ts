import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Delegation, TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { DelegationRow } from './tables.ts'

/** A delegation with what it shows of its task and its agent. */
export type ShownRow = DelegationRow & { title: string; status: TaskStatus; agent_name: string | null }

/** Delegations with their tasks; what lies in the trash is not shown. */
export function shownDelegations(db: ReadDatabase<TasksTables>) {
  return db
    .selectFrom('tasks_delegation')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_delegation.task_id')
    .leftJoin('tasks_agent', 'tasks_agent.id', 'tasks_delegation.agent_id')
    .selectAll('tasks_delegation')
    .select(['tasks_task.title', 'tasks_task.status', 'tasks_agent.name as agent_name'])
    .where('tasks_task.deleted_at', 'is', null)
}

/** One delegation as it is shown. */
export async function readDelegation(db: ReadDatabase<TasksTables>, id: string): Promise<Delegation | undefined> {
  const row = await shownDelegations(db).where('tasks_delegation.id', '=', id).executeTakeFirst()
  return row && toDelegation(row)
}

/** A row of delegations as the API shows it. */
export function toDelegation(row: ShownRow): Delegation {
  return {
    id: row.id,
    rev: row.rev,
    taskId: row.task_id,
    taskTitle: row.title,
    taskStatus: row.status,
    mode: row.mode,
    personId: row.person_id,
    agentId: row.agent_id,
    agentName: row.agent_name,
    givenBy: row.given_by,
    state: row.state,
    note: row.note,
    reason: row.reason,
    estimateMinutes: row.estimate,
    actualMinutes: row.actual,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    endedAt: toInstantOrNull(row.ended_at),
  }
}
