import type { CommandContext } from '#kernel/context.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { uuidv7 } from '#base/ids.ts'
import { templateChanged, type TaskTemplate, type TemplateStep } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { nameOrder } from '../name-order.ts'
import { assigneesText } from '../people/are-members.ts'
import type { TemplateRow } from '../splitting/tables.ts'
import { recordChange } from '../undo/record-change.ts'

const COLUMNS = [
  'id',
  'rev',
  'name',
  'name_order',
  'title',
  'notes',
  'priority',
  'energy',
  'estimate_min',
  'estimate_max',
  'start_in',
  'due_in',
  'deadline_in',
  'project_id',
  'labels',
  'steps',
  'recurrence',
  'owner_id',
  'assignees',
  'created_at',
  'updated_at',
] as const

type StoreContext = Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now'>

/** What a template says by itself. */
export type TemplateFields = Omit<TaskTemplate, 'id' | 'rev' | 'variables' | 'createdAt' | 'updatedAt'>

/** The templates of the workspace, for lists and for one. */
export function selectTemplates(db: ReadDatabase<TasksTables>) {
  // Named, so that a row can be stored again as it was read.
  return db.selectFrom('tasks_template').select(COLUMNS)
}

export function findTemplate(db: ReadDatabase<TasksTables>, id: string): Promise<TemplateRow | undefined> {
  return selectTemplates(db).where('id', '=', id).executeTakeFirst()
}

/** Stores a template as it is now in the place of what it was; null is none. */
export async function storeTemplate(
  { db, emit }: Omit<StoreContext, 'now'>,
  before: TemplateRow | null,
  after: TemplateRow | null,
): Promise<void> {
  const { id } = (after ?? before)!
  if (before) await db.deleteFrom('tasks_template').where('id', '=', id).execute()
  if (after) await db.insertInto('tasks_template').values(after).execute()
  await recordChange(db, 'template', id, { row: before }, { row: after })
  emit(templateChanged, { id })
}

/** Stores a new template. */
export async function insertTemplate(context: StoreContext, fields: TemplateFields): Promise<TemplateRow> {
  const at = context.now()
  const row = { id: uuidv7(), rev: 1, ...columnsOf(fields), created_at: at, updated_at: at }
  await storeTemplate(context, null, row)
  return row
}

/** The columns of what a template says. */
export function columnsOf(fields: TemplateFields): Omit<TemplateRow, 'id' | 'rev' | 'created_at' | 'updated_at'> {
  return {
    name: fields.name,
    name_order: nameOrder(fields.name),
    title: fields.title,
    notes: fields.notes,
    priority: fields.priority,
    energy: fields.energy,
    estimate_min: fields.estimateMin,
    estimate_max: fields.estimateMax,
    start_in: fields.startIn,
    due_in: fields.dueIn,
    deadline_in: fields.deadlineIn,
    project_id: fields.projectId,
    labels: JSON.stringify(fields.labels),
    steps: JSON.stringify(fields.steps),
    recurrence: fields.recurrence && JSON.stringify(fields.recurrence),
    owner_id: fields.ownerId,
    assignees: assigneesText(fields.assignees),
  }
}

/** Whether each line of an outline stands at most one deeper than the one before it. */
export function isOutline(steps: readonly Pick<TemplateStep, 'depth'>[]): boolean {
  return steps.every(({ depth }, index) => depth <= (index === 0 ? 0 : steps[index - 1]!.depth + 1))
}
