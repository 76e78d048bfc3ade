import type { FieldNode, NumberValue } from '#base/query/types.ts'
import { SearchFlag } from '../../contract.ts'
import { kindMark } from '../index/marks.ts'
import { sources } from '../sources.ts'
import { and, everything, not, type Clause } from './clause.ts'
import { never, type Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import { mark, within } from './full-text.ts'

/** The projects of a name: what `project:` needs and only tasks know. */
export type ProjectsNamed = (name: string, prefix: boolean) => string[]

/** One field's condition. */
export function fieldClause({ name, value }: FieldNode, projectsNamed: ProjectsNamed): Clause | null {
  if (value.kind === 'text') return textClause(within(name, value))
  if (value.kind === 'date') {
    return row({ kind: 'range', column: name === 'due' ? 'due_at' : 'date_at', low: value.low, high: value.high })
  }
  if (value.kind === 'size') return row({ kind: 'range', column: 'size', low: value.low, high: value.high })
  if (value.kind === 'number') return withAny(priorities(value).map((n) => `${name}:${n}`))
  if (value.kind === 'name')
    return name === 'label'
      ? row(labelled(value.name, value.prefix))
      : projectClause(projectsNamed(value.name, value.prefix))
  if (value.kind === 'keyword') return keywordClause(name, value.keyword)
  throw new Error(`The field ${name} has no meaning here`)
}

/** The expression as a clause; null where it asks for nothing. */
export function textClause(expression: Expression | null): Clause | null {
  return expression === null ? null : { text: expression, conditions: [] }
}

function row(condition: Condition): Clause {
  return { conditions: [condition] }
}

function labelled(name: string, prefix: boolean): Condition {
  const word = `label:${name.normalize('NFKC').toLowerCase()}`
  return prefix ? { kind: 'beginning', beginning: word } : { kind: 'words', words: [word] }
}

function projectClause(ids: string[]): Clause {
  return withAny(ids.map((id) => `project:${id}`))
}

/** One of these keywords. */
function withAny(words: string[]): Clause {
  return row(words.length === 0 ? never : { kind: 'words', words })
}

/** Priorities are 0 to 3; a few more cost nothing. */
function priorities({ low, high }: NumberValue): number[] {
  const isAbove = (n: number) => low === null || n > low.value || (low.inclusive && n === low.value)
  const isBelow = (n: number) => high === null || n < high.value || (high.inclusive && n === high.value)
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => isAbove(n) && isBelow(n))
}

function keywordClause(name: string, keyword: string): Clause | null {
  if (name === 'type') return textClause(mark(kindMark(kindOf(keyword))))
  if (name === 'status') return row({ kind: 'words', words: [`status:${keyword}`] })
  return states[`${name}:${keyword}`]!
}

/** The kind of record that `type:` names. */
export function kindOf(type: string): string {
  return sources.find((source) => source.type === type)!.kind
}

const has = (flag: number): Clause => row({ kind: 'flags', mask: flag, value: flag })
const lacks = (flag: number): Clause => row({ kind: 'flags', mask: flag, value: 0 })
const isA = (type: string) => textClause(mark(kindMark(kindOf(type))))
const dropped: Clause = row({ kind: 'words', words: ['status:dropped'] })

const states: Readonly<Record<string, Clause | null>> = {
  'in:inbox': has(SearchFlag.inbox),
  'in:archive': has(SearchFlag.archive),
  'in:sent': has(SearchFlag.sent),
  'in:drafts': has(SearchFlag.drafts),
  'in:junk': has(SearchFlag.junk),
  'in:trash': has(SearchFlag.trash),
  'in:anywhere': everything,
  'is:unread': has(SearchFlag.unread),
  'is:read': and([isA('mail'), lacks(SearchFlag.unread)]),
  'is:starred': has(SearchFlag.starred),
  'is:answered': has(SearchFlag.answered),
  'is:open': and([isA('task'), lacks(SearchFlag.done), not(dropped)]),
  'is:done': has(SearchFlag.done),
  'is:blocked': row({ kind: 'words', words: ['is:blocked'] }),
  'has:attachment': has(SearchFlag.attachment),
  'has:steps': row({ kind: 'words', words: ['has:steps'] }),
}
