import { dayLength, type Day } from '#base/query/calendar.ts'
import { dayAt, wallClock } from '#base/query/zoned-time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Assignee, TemplateStep } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { settingsOf } from '../recurrence/recurrence-of.ts'
import { descendantsOf, type SlimRow } from '../tree/descendants.ts'
import { childrenOf } from '../tree/sums.ts'
import { offsetOf } from './relative-date.ts'
import type { TemplateFields } from './store.ts'

/** How deep an outline goes; what stands deeper joins the last depth. */
const DEEPEST = 2
/** Minutes of a line at most. */
const LONGEST = 100_000

/**
 * What a template of a task says: its dates as days from its start, or from the day it was made where it has none. What was
 * dropped or thrown away stays behind.
 */
export async function fieldsOfTask(
  db: ReadDatabase<TasksTables>,
  task: TaskRow,
  zone: string,
): Promise<Omit<TemplateFields, 'name'>> {
  const start = task.start_on === null ? dayAt(task.created_at, zone) : dayOf(task.start_on)
  const below = (await descendantsOf(db, task.id)).filter((row) => row.deleted_at === null && row.status !== 'dropped')
  return {
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    energy: task.energy,
    estimateMin: task.estimate_min,
    estimateMax: task.estimate_max,
    startIn: task.start_on === null ? null : offsetOf(start, start),
    dueIn: dueIn(task.due_at, start, zone),
    deadlineIn: task.deadline_on === null ? null : offsetOf(dayOf(task.deadline_on), start),
    projectId: task.project_id,
    labels: JSON.parse(task.labels) as string[],
    ownerId: task.owner_id,
    assignees: JSON.parse(task.assignees) as Assignee[],
    recurrence: settingsOf(task),
    steps: await stepsOf(db, task.id, below, start, zone),
  }
}

async function stepsOf(
  db: ReadDatabase<TasksTables>,
  rootId: string,
  below: readonly SlimRow[],
  start: Day,
  zone: string,
): Promise<TemplateStep[]> {
  if (below.length === 0) return []
  const ids = below.map(({ id }) => id)
  const rows = await db.selectFrom('tasks_task').select(['id', 'title', 'due_at']).where('id', 'in', ids).execute()
  const texts = new Map(rows.map((row) => [row.id, row]))
  const children = childrenOf(below)
  const outline = (parentId: string, depth: number): TemplateStep[] =>
    (children.get(parentId) ?? []).flatMap(({ id, estimate_min, estimate_max }) => [
      {
        title: texts.get(id)!.title,
        depth: Math.min(depth, DEEPEST),
        minutes: Math.min(estimate_max ?? estimate_min ?? 0, LONGEST) || null,
        dueIn: dueIn(texts.get(id)!.due_at, start, zone),
      },
      ...outline(id, depth + 1),
    ])
  return outline(rootId, 0)
}

function dueIn(dueAt: number | null, start: Day, zone: string): string | null {
  if (dueAt === null) return null
  const wall = wallClock(dueAt, zone)
  const day = Math.floor(wall / dayLength)
  return offsetOf(day, start, wall - day * dayLength)
}

function dayOf(date: string): Day {
  return Date.parse(date) / dayLength
}
