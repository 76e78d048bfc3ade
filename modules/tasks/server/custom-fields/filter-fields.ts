import { fieldNames, type FieldTable, type FilterField } from '#base/query/field-table.ts'
import type { FieldValue as Asked, NumberValue } from '#base/query/types.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { taskFields } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import { nameOrder } from '../name-order.ts'
import { allFields } from './store.ts'
import type { CustomFieldRow } from './tables.ts'
import { NUMBER_UNIT } from './values.ts'

/** Fields of a workspace's own by the words that filters know them by. */
export type CustomFields = ReadonlyMap<string, CustomFieldRow>

/** The fields that a workspace has added and not put away. */
export async function customFields(db: ReadDatabase<TasksTables>): Promise<CustomFields> {
  const rows = await allFields(db)
  return new Map(rows.filter(({ archived }) => archived === 0).map((row) => [row.key, row]))
}

/** The same as the grammar of filters takes them. A word that filters have come to know by themselves is theirs. */
export function toFieldTable(fields: CustomFields): FieldTable {
  const known = new Set(fieldNames(taskFields))
  const own = [...fields].filter(([key]) => !known.has(key))
  return Object.fromEntries(own.map(([key, { kind }]) => [key, GRAMMAR[kind]]))
}

const GRAMMAR: Record<CustomFieldRow['kind'], FilterField> = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  date: { kind: 'date', relative: 'future' },
  choice: { kind: 'name' },
  flag: { kind: 'flag' },
  person: { kind: 'name' },
}

/** Whether a task has what is asked of one of its own fields. A flag that nobody set is off. */
export function customCondition(eb: Builder, field: CustomFieldRow, asked: Asked, personId: string): Condition {
  const rows = eb
    .selectFrom('tasks_field_value')
    .select('tasks_field_value.task_id')
    .where('tasks_field_value.field_id', '=', field.id)
  if (asked.kind === 'flag') {
    const on = eb('tasks_task.id', 'in', rows.where('number_value', '=', 1))
    return asked.flag ? on : eb.not(on)
  }
  if (asked.kind === 'date') {
    const from = asked.low ? rows.where('day_value', '>=', asked.low.day) : rows
    return eb('tasks_task.id', 'in', asked.high ? from.where('day_value', '<', asked.high.day) : from)
  }
  if (asked.kind === 'name')
    return eb('tasks_task.id', 'in', rows.where('text_value', 'in', named(field, asked, personId)))
  if (asked.kind === 'text') {
    const words = asked.words.join(' ').replace(/[%_\\]/gu, '_')
    return eb('tasks_task.id', 'in', rows.where('text_value', 'ilike', `%${words}%`))
  }
  if (asked.kind !== 'number') throw new Error(`The field ${field.key} has no meaning here`)
  const { low, high } = inUnits(asked)
  const from = low === null ? rows : rows.where('number_value', '>=', low)
  return eb('tasks_task.id', 'in', high === null ? from : from.where('number_value', '<=', high))
}

/** The choices that a name stands for; of people `me`, or an id. Empty text is no value of any. */
function named(field: CustomFieldRow, asked: { name: string; prefix: boolean }, personId: string): string[] {
  const wanted = nameOrder(asked.name)
  if (field.kind === 'person') return [wanted === 'me' ? personId : asked.name]
  const choices = JSON.parse(field.choices) as string[]
  const found = choices.filter((choice) =>
    asked.prefix ? nameOrder(choice).startsWith(wanted) : nameOrder(choice) === wanted,
  )
  return [...found, '']
}

/** Bounds that include their numbers, in the unit of the column. */
function inUnits({ low, high }: NumberValue): { low: number | null; high: number | null } {
  return {
    low: low && bounded(low.inclusive ? Math.ceil(low.value * NUMBER_UNIT) : Math.floor(low.value * NUMBER_UNIT) + 1),
    high:
      high && bounded(high.inclusive ? Math.floor(high.value * NUMBER_UNIT) : Math.ceil(high.value * NUMBER_UNIT) - 1),
  }
}

const bounded = (units: number) => Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, units))
