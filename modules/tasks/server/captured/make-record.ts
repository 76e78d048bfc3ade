import type { QuickAdd } from '#base/quick-add/types.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { Capture, CaptureItem } from '#modules/capture/contract.ts'
import { projectChanged, taskCreated } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { insertProject } from '../insert-project.ts'
import { ownerOf } from '../people/who.ts'
import { fieldsOfLine } from '../quick-add/read-line.ts'
import { startSeries } from '../recurrence/start-series.ts'
import { insertTask } from '../save-task.ts'
import { STEP } from '../tree/levels.ts'
import { targetOf } from './read-item.ts'

type Context = Pick<CommandContext<TasksTables>, 'db' | 'actor' | 'emit' | 'now'>

/** Letters of a project's name. */
const NAME = 200

/** Makes what a piece of a capture becomes: a task with its steps, or of a goal a project. */
export async function makeRecord(
  context: Context,
  capture: Capture,
  item: CaptureItem,
  line: QuickAdd,
): Promise<{ kind: 'tasks.task' | 'tasks.project'; id: string }> {
  return item.kind === 'goal' ? makeGoal(context, capture, item, line) : makeTask(context, capture, item, line)
}

async function makeGoal({ db, actor, emit, now }: Context, capture: Capture, item: CaptureItem, line: QuickAdd) {
  const fields = {
    name: line.title.slice(0, NAME),
    color: null,
    outcome: item.notes === '' ? item.source.slice(0, 2000) : item.notes.slice(0, 2000),
    target_on: targetOf(line, capture.zone),
  }
  const { id } = await insertProject(db, now(), fields, { owner_id: ownerOf(actor) })
  emit(projectChanged, { id })
  return { kind: 'tasks.project' as const, id }
}

async function makeTask(context: Context, capture: Capture, item: CaptureItem, line: QuickAdd) {
  const { db, emit, now } = context
  const fields = await fieldsOfLine(context, line, capture.zone)
  const kind = item.kind === 'shopping' ? ('shopping' as const) : ('task' as const)
  const task = await insertTask(db, { ...fields, kind, notes: item.notes }, now())
  if (line.recurrence !== null) await startSeries(context, task)
  emit(taskCreated, { id: task.id })
  for (const [position, title] of item.steps.entries()) {
    const place = { parent_id: task.id, level: STEP, position, project_id: task.project_id, owner_id: task.owner_id }
    const step = await insertTask(db, { title, status: 'next', ...place }, now())
    emit(taskCreated, { id: step.id })
  }
  return { kind: 'tasks.task' as const, id: task.id }
}
