import { formatDay } from '#base/query/calendar.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listTasks, type Task } from '../../../tasks/contract.ts'
import type { Today } from '../today.ts'
import { wantedOn } from './matrix.ts'

const LOOKED_AT = 200

export interface Due {
  stillOpen: Task[]
  due: Task[]
}

/** The person's own open tasks that are wanted today, and those wanted before. */
export async function dueTasks(ask: QueryContext<never>['ask'], today: Today): Promise<Due | Failure> {
  // A day more on each side: the filter's days may begin elsewhere than the person's.
  const until = formatDay(today.day + 1)
  const found = new Map<string, Task>()
  for (const q of [`is:mine due:<=${until}`, `is:mine deadline:<=${until}`]) {
    const page = await ask(listTasks, { q, sort: 'due', limit: LOOKED_AT })
    if (page instanceof Failure) return page
    for (const task of page.items) found.set(task.id, task)
  }
  const wanted = [...found.values()].map((task) => ({ task, day: wantedOn(task, today.zone) ?? Infinity }))
  return {
    stillOpen: wanted.filter(({ day }) => day < today.day).map(({ task }) => task),
    due: wanted.filter(({ day }) => day === today.day).map(({ task }) => task),
  }
}
