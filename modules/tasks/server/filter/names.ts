import { walkQuery } from '#base/query/walk-query.ts'
import type { NameValue, QueryNode } from '#base/query/types.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { taskFields } from '../../contract.ts'
import { customFields, type CustomFields } from '../custom-fields/filter-fields.ts'
import type { TasksTables } from '../database.ts'
import { nameOrder } from '../name-order.ts'

/** The ids that names in a filter stand for, by field and name. */
export interface Names {
  labels: ReadonlyMap<string, Ids>
  projects: ReadonlyMap<string, Ids>
  /** Fields of the workspace's own, where the filter asks for one. */
  own: CustomFields
}

interface Ids {
  ids: string[]
  /** Whether few tasks are theirs, so that looking each of them up beats walking a list. */
  few: boolean
}

/** More tasks than this are met soon enough on a walk. */
const FEW = 10_000

/** Looks up the labels and projects that a filter names; a project may be named by its id. */
export async function namesOf(db: ReadDatabase<TasksTables>, where: QueryNode | null): Promise<Names> {
  const labels = new Map<string, Ids>()
  const projects = new Map<string, Ids>()
  for (const { field, value } of namedIn(where)) {
    const folded = nameOrder(value.name)
    if (field === 'label') {
      const ids = await labelsNamed(db, folded, value.prefix)
      labels.set(keyOf(value), { ids, few: await areFew(db, ids) })
    } else if (field === 'project')
      projects.set(keyOf(value), { ids: await projectsNamed(db, folded, value.prefix), few: false })
  }
  const own = asksForOwn(where) ? await customFields(db) : new Map()
  return { labels, projects, own }
}

function asksForOwn(where: QueryNode | null): boolean {
  let asks = false
  walkQuery(where, (node) => {
    if (node.kind === 'field' && !(node.name in taskFields)) asks = true
  })
  return asks
}

/** How a name is found again. */
export function keyOf({ name, prefix }: NameValue): string {
  return `${nameOrder(name)}${prefix ? '*' : ''}`
}

function namedIn(where: QueryNode | null): { field: string; value: NameValue }[] {
  const found: { field: string; value: NameValue }[] = []
  walkQuery(where, (node) => {
    if (node.kind === 'field' && node.value.kind === 'name') found.push({ field: node.name, value: node.value })
  })
  return found
}

async function labelsNamed(db: ReadDatabase<TasksTables>, folded: string, prefix: boolean): Promise<string[]> {
  let select = db.selectFrom('tasks_label').select('id')
  select = prefix
    ? select.where('folded', '>=', folded).where('folded', '<', `${folded}\u{10FFFF}`)
    : select.where('folded', '=', folded)
  return (await select.execute()).map(({ id }) => id)
}

async function projectsNamed(db: ReadDatabase<TasksTables>, folded: string, prefix: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('tasks_project')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', folded),
        prefix
          ? eb.and([eb('name_order', '>=', folded), eb('name_order', '<', `${folded}\u{10FFFF}`)])
          : eb('name_order', '=', folded),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

async function areFew(db: ReadDatabase<TasksTables>, labels: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('tasks_task_label')
    .select('task_id')
    .where('label_id', 'in', labels)
    .offset(FEW)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
}
