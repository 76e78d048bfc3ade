import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { plus } from '#kernel/database/raw.ts'
import { command, type MailTables, type OutboxRow } from '../database.ts'
import { chunks } from '../store/rows.ts'
import { claimPushes } from '../outbox/internal.ts'
import { CannotCarry, planSteps } from '../outbox/plan-steps.ts'
import type { PushEntry, PushWork } from '../outbox/push-work.ts'
import { mailboxesOf } from '../outbox/read-server-side.ts'
import { toTasks } from '../outbox/to-tasks.ts'

/** Rows looked at for those that can go now: what waits for sync holds up no other. */
const LOOK_AT = 1000

export default command(claimPushes, async ({ db, now }, { connectionId, generation, limit }) => {
  const run = await db
    .selectFrom('mail_push')
    .select('generation')
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  const nothing: PushWork = { entries: [], mailboxes: [], held: 0, again: false }
  if (!run || Number(run.generation) !== generation) return nothing

  const rows = await oldestOfEach(db, connectionId)
  const mailboxes = await mailboxesOf(db, connectionId)
  const tasks = await toTasks(db, connectionId, rows)
  const ready = tasks.filter(({ task }) => task !== 'held' && task !== 'gone') as PushEntry[]
  const idle = ready.filter((entry) => isCarried(entry, mailboxes))
  const over = [...tasks.filter(({ task }) => task === 'gone'), ...idle].map(({ id }) => id)
  for (const ids of chunks(over)) await db.deleteFrom('mail_outbox').where('id', 'in', ids).execute()

  const idleIds = new Set(idle.map(({ id }) => id))
  const entries = ready.filter(({ id }) => !idleIds.has(id)).slice(0, limit)
  const held = tasks.filter(({ task }) => task === 'held').length
  const again = entries.length === 0 && over.length > 0
  if (entries.length + held === 0 && !again) await useUp(db, connectionId)
  for (const ids of chunks(entries.map(({ id }) => id))) {
    await db
      .updateTable('mail_outbox')
      .set({ state: 'sending', attempts: plus('attempts', 1), at: now() })
      .where('id', 'in', ids)
      .execute()
  }
  return { entries: entries.map((entry) => ({ ...entry, attempts: entry.attempts + 1 })), mailboxes, held, again }
})

/** The oldest entry a message; those without a message are each their own. */
async function oldestOfEach(db: WriteDatabase<MailTables>, connectionId: string): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('mail_outbox')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('state', 'in', ['waiting', 'sending'])
    .orderBy('id')
    .limit(LOOK_AT)
    .execute()
  return [...Map.groupBy(rows, (row) => row.message_id ?? row.id).values()].map(([first]) => first!)
}

/** Whether the server has it as it is wanted already: changed and changed back, or changed there alike. */
function isCarried(entry: PushEntry, mailboxes: PushWork['mailboxes']): boolean {
  if (entry.task.kind !== 'change') return false
  try {
    return planSteps(entry.task, mailboxes).length === 0
  } catch (cause) {
    if (cause instanceof CannotCarry) return false
    throw cause
  }
}

async function useUp(db: WriteDatabase<MailTables>, connectionId: string): Promise<void> {
  await db
    .updateTable('mail_push')
    .set({ generation: plus('generation', 1), failures: 0 })
    .where('connection_id', '=', connectionId)
    .execute()
}
