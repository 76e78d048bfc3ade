import { toInstant } from '#base/time.ts'
import { listLinks } from '#kernel/builtin/contract.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listMembers } from '#modules/identity/contract.ts'
import { getMessage } from '#modules/mail/contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { toTask } from '../to-task.ts'
import type { Gathered, Source } from './write-prp.ts'

/** Sources and comments that a document holds at most. */
const MOST = 10

type Asking = Pick<QueryContext<TasksTables>, 'db' | 'ask' | 'links' | 'now'>

/** What belongs to a task, as whoever asks may see it. */
export async function gather({ db, ask, links, now }: Asking, row: TaskRow): Promise<Gathered> {
  const sources = await sourcesOf(ask, row.id)
  // Also where whoever asks may not read that mail.
  const linked = await links({ kind: 'tasks.task', id: row.id })
  const steps = await db
    .selectFrom('tasks_task')
    .select(['title', 'status'])
    .where('parent_id', '=', row.id)
    .where('deleted_at', 'is', null)
    .where('status', '!=', 'dropped')
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute()
  const comments = await db
    .selectFrom('tasks_comment')
    .select(['author_id', 'body'])
    .where('task_id', '=', row.id)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const names = comments.length === 0 ? new Map<string, string>() : await membersByName(ask)
  return {
    task: toTask(row),
    at: toInstant(now()),
    sources,
    steps: steps.map(({ title, status }) => ({ title, done: status === 'done' })),
    comments: comments
      .reverse()
      .map(({ author_id, body }) => ({ from: names.get(author_id) ?? 'somebody who has left', text: body })),
    fromMail: linked.some(({ record }) => record.kind.startsWith('mail.')),
  }
}

async function sourcesOf(ask: Asking['ask'], taskId: string): Promise<Source[]> {
  const links = await ask(listLinks, { kind: 'tasks.task', id: taskId })
  if (links instanceof Failure) return []
  const sources: Source[] = []
  for (const { record, title } of links.items.slice(0, MOST)) {
    const source = { kind: record.kind, id: record.id, title: title ?? '', from: null, text: null }
    sources.push(record.kind === 'mail.message' ? await mailSource(ask, source) : source)
  }
  return sources
}

async function mailSource(ask: Asking['ask'], source: Source): Promise<Source> {
  const message = await ask(getMessage, { id: source.id })
  if (message instanceof Failure) return source
  const { from: sender, date } = message
  const from = sender ? `${sender.name} <${sender.address}>, ${date}` : date
  return { ...source, title: message.subject, from, text: message.text }
}

async function membersByName(ask: Asking['ask']): Promise<Map<string, string>> {
  const members = await ask(listMembers, { limit: 200 })
  return new Map(members instanceof Failure ? [] : members.items.map(({ id, name }) => [id, name]))
}
