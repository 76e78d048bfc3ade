import { personOf } from '#kernel/actor.ts'
import { bulkUpdateTasks } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { changesOf } from '../changes-of.ts'
import { command } from '../database.ts'
import { findMatching } from '../filter/find-matching.ts'
import { readOwnFilter } from '../filter/read-own-filter.ts'
import { isProject } from '../find-project.ts'
import { findChangeable } from '../find-task.ts'
import { useLabels } from '../labels/use-labels.ts'
import { nameOrder } from '../name-order.ts'
import { mayMove } from '../status.ts'
import { trashTask } from '../trash-task.ts'
import { changeOf } from '../undo/record-change.ts'

/** Tasks a command: more would hold up others. */
const MOST = 500

export default command(
  bulkUpdateTasks,
  async (context, { ids, q, status, addLabels, removeLabels, trash, ...patch }) => {
    const { db, actor, changed, fail, now } = context
    if (!(await isProject(db, patch.projectId))) return fail('project-not-found')
    const read = await readOwnFilter(db, q, now())
    if (!read.ok) return fail('bad-query', read.fault)
    // Without ids and without a filter nothing is meant: never everything.
    const found = q?.trim() ? await findMatching(db, read.query, personOf(actor), MOST) : []
    const skipped: { id: string; code: string }[] = []
    let count = 0
    for (const id of new Set([...(ids ?? []), ...found])) {
      const task = await findChangeable(db, id)
      if (!task) skipped.push({ id, code: 'task-not-found' })
      else if (status && !mayMove(task.status, status)) skipped.push({ id, code: 'illegal-move' })
      else {
        const names = changedLabels(JSON.parse(task.labels) as string[], addLabels, removeLabels)
        const labels = names && (await useLabels(db, names, now()))
        const saved = await changeTask(context, task, changesOf(task, { ...patch, labels }), status)
        if (trash) await trashTask(context, saved)
        if (trash || saved !== task) count++
      }
    }
    // Of these ids none is of a task: whoever asked meant others.
    if (!q && skipped.length > 0 && count === 0 && skipped.every(({ code }) => code === 'task-not-found'))
      return fail('task-not-found')
    changed(null, { changed: count, changeId: changeOf(db) })
    return { changed: count, skipped, changeId: changeOf(db) }
  },
)

/** The labels after some come and some go; undefined where none does. */
function changedLabels(names: string[], add: string[] = [], remove: string[] = []): string[] | undefined {
  if (add.length + remove.length === 0) return undefined
  const gone = new Set(remove.map(nameOrder))
  return [...names, ...add].filter((name) => !gone.has(nameOrder(name)))
}
