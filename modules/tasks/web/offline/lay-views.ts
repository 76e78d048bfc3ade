import type { getAgenda, getBoard, listBranches, Task } from '#modules/tasks/contract.ts'
import type { z } from 'zod'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { layTask, matcher } from './lay.ts'
import type { TaskChange } from './task-change.ts'

type Changes = readonly Waiting<TaskChange>[]
type Board = z.infer<typeof getBoard.output>
type Agenda = z.infer<typeof getAgenda.output>
type Branches = z.infer<typeof listBranches.output>

/** A board with what waits: each card in the column that it goes to. What a filter finds only the server knows. */
export function layBoard(waiting: Changes, input: { projectId?: string; q?: string }, board: Board): Board {
  const there = board.columns.flatMap(({ items }) => items).map((task) => layTask(waiting, task))
  const known = new Set(there.map(({ id }) => id))
  const matches = matcher({ view: 'all', ...input })
  const last = new Map(waiting.map(({ change }) => [change.task.id, change.task]))
  const fresh = input.q ? [] : [...last.values()].filter((task) => !known.has(task.id) && matches(task))
  const cards = Map.groupBy([...there, ...fresh].filter(isThere).sort(byPriority), ({ status }) => status)
  return {
    columns: board.columns.map((column) => {
      const items = cards.get(column.status) ?? []
      return { ...column, items, count: column.count + items.length - column.items.length }
    }),
  }
}

/** An agenda with what waits: what is done or in the trash by now stands there no more. */
export function layAgenda(waiting: Changes, { stillOpen, days }: Agenda): Agenda {
  const lay = <Part extends Agenda['stillOpen']>(part: Part): Part => {
    const items = part.items
      .map((entry) => ({ ...entry, task: layTask(waiting, entry.task) }))
      .filter(({ task }) => isThere(task) && task.status !== 'done' && task.status !== 'dropped')
    return { ...part, items, count: part.count + items.length - part.items.length }
  }
  return { stillOpen: lay(stillOpen), days: days.map(lay) }
}

/** Branches of the tree with what waits. */
export function layBranches(waiting: Changes, page: Branches): Branches {
  const items = page.items.map((branch) => ({ ...branch, task: layTask(waiting, branch.task) }))
  return { ...page, items: items.filter(({ task }) => isThere(task)) }
}

const isThere = ({ deletedAt }: Task): boolean => deletedAt === null
const byPriority = (a: Task, b: Task) => b.priority - a.priority || (a.id > b.id ? -1 : 1)
