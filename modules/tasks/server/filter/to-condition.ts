import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { DateValue, FieldNode, NumberValue, QueryNode } from '#base/query/types.ts'
import { taskFields } from '../../contract.ts'
import { customCondition } from '../custom-fields/filter-fields.ts'
import type { TasksTables } from '../database.ts'
import { NEVER } from '../shelf.ts'
import { contains } from './contains.ts'
import { keyOf, type Names } from './names.ts'
import { stateOf } from './states.ts'

export type Builder = ExpressionBuilder<TasksTables, 'tasks_task'>
export type Condition = Expression<SqlBool>

/** What names stand for, and who asks. */
export interface Asking {
  names: Names
  personId: string
}

/** A filter as a condition on `tasks_task`. It is true or false and never unknown, so that a minus turns it round. */
export function toCondition(eb: Builder, node: QueryNode, asking: Asking): Condition {
  if (node.kind === 'and') return eb.and(node.operands.map((operand) => toCondition(eb, operand, asking)))
  if (node.kind === 'or') return eb.or(node.operands.map((operand) => toCondition(eb, operand, asking)))
  if (node.kind === 'not') return eb.not(toCondition(eb, node.operand, asking))
  if (node.kind === 'text') {
    const text = node.words.join(' ')
    return eb.or([contains(eb, 'title', text), contains(eb, 'notes', text)])
  }
  return fieldCondition(eb, node, asking)
}

function fieldCondition(eb: Builder, { name, value }: FieldNode, asking: Asking): Condition {
  const own = asking.names.own.get(name)
  if (own && !(name in taskFields)) return customCondition(eb, own, value, asking.personId)
  if (value.kind === 'text') return contains(eb, name === 'title' ? 'title' : 'notes', value.words.join(' '))
  if (value.kind === 'name')
    return name === 'label' ? labelled(eb, keyOf(value), asking) : inProject(eb, keyOf(value), asking)
  if (value.kind === 'date') return dated(eb, name, value)
  if (value.kind === 'keyword')
    return name === 'status'
      ? eb('status', '=', value.keyword as 'next')
      : name === 'kind'
        ? eb('kind', '=', value.keyword as 'task')
        : stateOf(eb, `${name}:${value.keyword}`, asking)
  if (value.kind === 'number' || value.kind === 'duration') return numbered(eb, name, value)
  throw new Error(`The field ${name} has no meaning here`)
}

function labelled(eb: Builder, key: string, { names }: Asking): Condition {
  const { ids, few } = names.labels.get(key)!
  const rows = eb.selectFrom('tasks_task_label').select('tasks_task_label.task_id').where('label_id', 'in', ids)
  // Few are looked up each; of many, a walk in order meets a page soon.
  return few
    ? eb('tasks_task.id', 'in', rows)
    : eb.exists(rows.whereRef('tasks_task_label.task_id', '=', 'tasks_task.id'))
}

function inProject(eb: Builder, key: string, { names }: Asking): Condition {
  const { ids } = names.projects.get(key)!
  return eb.and([eb('project_id', 'is not', null), eb('project_id', 'in', ids)])
}

// The column of `due_at` that indexes have.
const INSTANTS = { due: 'due_order', created: 'created_at', updated: 'updated_at', finished: 'completed_at' } as const
const DAYS = { start: 'start_on', deadline: 'deadline_on' } as const

function dated(eb: Builder, name: string, { low, high }: DateValue): Condition {
  if (name in DAYS) {
    const column = DAYS[name as keyof typeof DAYS]
    const bounds = [low && eb(column, '>=', low.day), high && eb(column, '<', high.day)]
    return eb.and([eb(column, 'is not', null), ...bounds.filter((bound) => bound !== null)])
  }
  const column = INSTANTS[name as keyof typeof INSTANTS]
  return between(eb, column, low, high, 1)
}

const NUMBERS = {
  priority: 'priority',
  energy: 'energy',
  level: 'level',
  estimate: 'estimate_max',
  spent: 'spent_minutes',
} as const
const SECONDS_A_MINUTE = 60

function numbered(eb: Builder, name: string, { kind, low, high }: NumberValue): Condition {
  return between(eb, NUMBERS[name as keyof typeof NUMBERS], low, high, kind === 'duration' ? SECONDS_A_MINUTE : 1)
}

type NumberColumn = (typeof INSTANTS)[keyof typeof INSTANTS] | (typeof NUMBERS)[keyof typeof NUMBERS]
type Bound = NumberValue['low']

/** Columns hold whole numbers, and PostgreSQL compares them with no others. */
function between(eb: Builder, column: NumberColumn, low: Bound, high: Bound, unit: number): Condition {
  const bounds = [
    low && eb(column, low.inclusive ? '>=' : '>', whole(low.value / unit, low.inclusive ? Math.ceil : Math.floor)),
    high && eb(column, high.inclusive ? '<=' : '<', whole(high.value / unit, high.inclusive ? Math.floor : Math.ceil)),
  ]
  const known = column === 'due_order' ? eb(column, '<', NEVER) : eb(column, 'is not', null)
  return eb.and([known, ...bounds.filter((bound) => bound !== null)])
}

function whole(value: number, round: (value: number) => number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, round(value)))
}
