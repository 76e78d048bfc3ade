import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { toInstant } from '#base/time.ts'
import type { Agent } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { ownColumns } from '../own-columns.ts'
import { OPEN } from './moves.ts'
import type { AgentRow } from './tables.ts'

/** An agent that work can be given to, or that was put away. */
export async function findAgent(db: ReadDatabase<TasksTables>, id: string): Promise<AgentRow | undefined> {
  const row = await db.selectFrom('tasks_agent').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ownColumns(row)
}

/**
 * Whether an agent takes one more. The count is of the same transaction as what follows from it: two who give at once
 * are one after the other, or one of them is tried again.
 */
export async function hasRoom(db: ReadDatabase<TasksTables>, agent: AgentRow): Promise<boolean> {
  return (await openOf(db, [agent.id])).get(agent.id)! < agent.max_open
}

/** How much open work each of these agents has. */
export async function openOf(db: ReadDatabase<TasksTables>, ids: readonly string[]): Promise<Map<string, number>> {
  const open = new Map(ids.map((id) => [id, 0]))
  if (ids.length === 0) return open
  const rows = await db
    .selectFrom('tasks_delegation')
    .select(({ fn }) => ['agent_id', fn.countAll<number>().as('count')])
    .where('agent_id', 'in', ids)
    .where('state', 'in', OPEN)
    .groupBy('agent_id')
    .execute()
  for (const { agent_id, count } of rows) open.set(agent_id!, Number(count))
  return open
}

/** The sentence of an agent that is busy, with its limit. */
export function busyDetail({ name, max_open }: AgentRow): string {
  return `${name} takes ${max_open === 1 ? 'one task' : `${max_open} tasks`} at once and has as much`
}

/** Whether another agent bears this name. */
export async function isNameTaken(db: ReadDatabase<TasksTables>, name: string, but?: string): Promise<boolean> {
  const row = await db
    .selectFrom('tasks_agent')
    .select('id')
    .where('archived', '=', 0)
    .where('name', '=', name)
    .where('id', '!=', but ?? '')
    .executeTakeFirst()
  return row !== undefined
}

/** A row of agents as the API shows it. */
export function toAgent(row: AgentRow, open: number): Agent {
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    skills: JSON.parse(row.skills) as string[],
    capacity: row.max_open,
    open,
    archived: row.archived === 1,
    createdAt: toInstant(row.created_at),
  }
}
