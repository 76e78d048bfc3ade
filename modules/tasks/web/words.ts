import type { AssigneeRole, TaskKind, TaskStatus } from '#modules/tasks/contract.ts'
import type { Accent } from '#ui/define-web-module.ts'

/** The states of a task as people read them. */
export const statusName: Record<TaskStatus, string> = {
  inbox: 'New',
  next: 'Next',
  doing: 'Doing',
  waiting: 'Waiting',
  done: 'Done',
  dropped: 'Dropped',
}

export const statusAccent: Record<TaskStatus, Accent> = {
  inbox: 'yellow',
  next: 'lilac',
  doing: 'green',
  waiting: 'orange',
  done: 'green',
  dropped: 'pink',
}

/** The kinds of a task as people read them. */
export const kindName: Record<TaskKind, string> = {
  task: 'To do',
  shopping: 'To buy',
}

/** What people have to do with a task that is not theirs alone. */
export const roleName: Record<AssigneeRole, string> = { owner: 'Does it', helper: 'Helps', reviewer: 'Looks at it' }

/** Priorities 0 to 3 as people read them. */
export const priorityName = ['No priority', 'Low', 'Medium', 'High']

/** Levels 0 to 6 of the tree as people read them. */
export const levelName = ['Initiative', 'Phase', 'Epic', 'Sprint', 'Task', 'Subtask', 'Step']
