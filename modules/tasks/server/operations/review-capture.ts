import type { QuickAdd } from '#base/quick-add/types.ts'
import { toInstantOrNull } from '#base/time.ts'
import { Failure } from '#kernel/failure.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { getCapture, type CaptureItem } from '#modules/capture/contract.ts'
import { reviewCapture } from '../../contract.ts'
import { readItem, targetOf } from '../captured/read-item.ts'
import { query, type TasksTables } from '../database.ts'
import { findSimilar } from '../similar/find-similar.ts'

/** More pieces than this are read beside the others' work: each takes some fractions of a millisecond. */
const MANY = 40

export default query(reviewCapture, async (context, { id }) => {
  const { db, ask, fail, onThread } = context
  const capture = await ask(getCapture, { id })
  if (capture instanceof Failure) return fail('capture-not-found')
  if (capture.items.length > MANY) onThread()

  const made = await madeOf(db, id)
  const lines: QuickAdd[] = []
  for (const item of capture.items) lines.push(await readItem(context, capture, item))
  const similar = await findSimilar(
    db,
    lines.map(({ title }) => title),
  )
  const items = capture.items.map((item, index) => {
    const line = lines[index]!
    const goal = item.kind === 'goal'
    const record = made.get(item.id)
    return {
      itemId: item.id,
      becomes: BECOMES[item.kind],
      kind: item.kind === 'shopping' ? ('shopping' as const) : ('task' as const),
      title: item.habit?.name ?? line.title,
      startOn: line.startOn,
      dueAt: toInstantOrNull(line.dueAt),
      targetOn: goal ? targetOf(line, capture.zone) : null,
      priority: line.priority ?? 0,
      estimateMinutes: line.estimateMinutes,
      recurrence: line.recurrence,
      labels: line.labels,
      projectId: line.projectId,
      people: line.personIds,
      hint: hintOf(item),
      // What was made of it says the same, of course; a note is no task.
      similar: BECOMES[item.kind] !== 'task' ? [] : similar[index]!.filter((task) => task.id !== record?.id),
      record: record ?? null,
    }
  })
  return { items }
})

const BECOMES = { task: 'task', shopping: 'task', goal: 'project', habit: 'habit', note: 'note' } as const

async function madeOf(db: ReadDatabase<TasksTables>, captureId: string) {
  const rows = await db
    .selectFrom('tasks_captured')
    .select(['item_id', 'kind', 'record_id'])
    .where('capture_id', '=', captureId)
    .where('kind', '<>', 'habit')
    .execute()
  return new Map(
    rows.map((row) => [row.item_id, { kind: row.kind === 'goal' ? 'tasks.project' : 'tasks.task', id: row.record_id }]),
  )
}

function hintOf({ kind, habit }: CaptureItem): string | null {
  if (kind === 'note') return 'Stays in this capture, where search finds it'
  if (habit) return `Becomes a habit, ${habit.times === 1 ? 'once' : `${habit.times} times`} a week`
  return null
}
