// What the compiler promises. The type check reads this file; an error that does not come makes it fail.
import { z } from 'zod'
import { createClient } from '#client/client.ts'
import { defineCommand, defineQuery, type ErrorCodeOf } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { defineJob } from '#contract/job.ts'
import { handlersFor } from '#kernel/handlers.ts'

interface OwnTables {
  own_note: { id: string; text: string; length: number }
}

const { command, query } = handlersFor<OwnTables>()

const added = defineEvent({ name: 'own.added', summary: '', data: z.object({ id: z.string(), length: z.number() }) })
const job = defineJob({ name: 'own.job', summary: '', input: z.object({ noteId: z.string() }) })
const add = defineCommand({
  name: 'own.add',
  summary: '',
  access: 'member',
  input: z.strictObject({ text: z.string(), times: z.number().default(1) }),
  output: z.object({ id: z.string(), text: z.string() }),
  errors: { 'own-refused': 'No', 'own-not-found': 'No' },
  emits: [added],
  example: { text: 'a' },
})
const read = defineQuery({
  name: 'own.read',
  summary: '',
  access: 'member',
  input: z.strictObject({ id: z.string() }),
  output: z.object({ text: z.string() }),
  errors: { 'own-not-found': 'No' },
  example: { id: 'a' },
})

const answer = { id: 'a', text: 'b' }

/** A query’s database selects and does nothing else. */
export const readers = query(read, async ({ db }, { id }) => {
  // @ts-expect-error -- A query cannot insert.
  void db.insertInto
  // @ts-expect-error -- A query cannot update.
  void db.updateTable
  // @ts-expect-error -- A query cannot delete.
  void db.deleteFrom
  // @ts-expect-error -- Nobody gets a transaction: it is the kernel’s.
  void db.transaction
  // @ts-expect-error -- The schema is the migrations’.
  void db.schema
  return db.selectFrom('own_note').select('text').where('id', '=', id).executeTakeFirstOrThrow()
})

/** A query has nothing that writes or leaves. */
export const quiet = query(read, async (context) => {
  // @ts-expect-error -- A query emits nothing.
  void context.emit
  // @ts-expect-error -- A query enqueues nothing.
  void context.enqueue
  // @ts-expect-error -- A query links nothing.
  void context.link
  return { text: '' }
})

/** A command has no network, no files, no other commands, no root database. */
export const confined = command(add, async (context) => {
  // @ts-expect-error -- Commands do not call commands.
  void context.call
  // @ts-expect-error -- Files and threads are for jobs.
  void context.ports
  // @ts-expect-error -- Progress is a job’s.
  void context.progress
  // @ts-expect-error -- Transactions are the kernel’s.
  void context.db.transaction
  return answer
})

/** Only the module’s own tables and columns are there. */
export const tables = command(add, async ({ db }) => {
  // @ts-expect-error -- The table of another module.
  db.selectFrom('identity_token')
  // @ts-expect-error -- A table of the kernel.
  db.insertInto('events')
  // @ts-expect-error -- The workspace is set by the kernel, and is no column of ours.
  db.updateTable('own_note').set({ workspace_id: 'other' })
  // @ts-expect-error -- A column that there is not.
  db.selectFrom('own_note').select('colour')
  // @ts-expect-error -- A value of another type.
  db.insertInto('own_note').values({ id: 'a', text: 'b', length: 'long' })
  return answer
})

/** Defaults are filled in for the handler, and optional for the caller. */
export const defaults = command(add, async (_context, input) => {
  const times: number = input.times
  // @ts-expect-error -- The input has no such member.
  void input.colour
  return { id: String(times), text: input.text }
})

// @ts-expect-error -- An answer of another shape.
export const wrongShape = command(add, async () => ({ id: 1, text: 'b' }))
// @ts-expect-error -- An answer that lacks a member.
export const lacking = command(add, async () => ({ id: 'a' }))
// @ts-expect-error -- No answer at all.
export const silent = command(add, async () => undefined)
// @ts-expect-error -- A query’s answer is held to its declaration too.
export const wrongRead = query(read, async () => ({ texts: [] }))
// @ts-expect-error -- A query is not built as a command.
export const wrongKind = command(read, async () => ({ text: '' }))

/** Refusals are declared, or common to all. */
export const refusals = command(add, async ({ fail }) => {
  if (answer.id) return fail('own-refused', { detail: 'Not this one' })
  if (answer.text) return fail('stale-revision')
  // @ts-expect-error -- A code that this operation does not declare.
  return fail('task-not-found')
})

/** Events, jobs and questions carry what they declare. */
export const effects = command(add, async ({ emit, enqueue, ask }) => {
  emit(added, { id: 'a', length: 1 })
  // @ts-expect-error -- The event has a member more.
  emit(added, { id: 'a' })
  // @ts-expect-error -- The event has no such member: people’s words stay out of events.
  emit(added, { id: 'a', length: 1, text: 'private' })
  // @ts-expect-error -- Not of that type.
  emit(added, { id: 'a', length: 'long' })
  await enqueue(job, { noteId: 'a' })
  // @ts-expect-error -- The job takes something else.
  await enqueue(job, { note: 'a' })
  await ask(read, { id: 'a' })
  // @ts-expect-error -- The query takes something else.
  await ask(read, { ids: ['a'] })
  // @ts-expect-error -- A command cannot be asked.
  await ask(add, { text: 'a' })
  return answer
})

/** Whoever calls by the contract gets its types. */
export async function callers(): Promise<void> {
  const client = createClient({ baseUrl: 'http://localhost' } as never)
  const made = await client.call(add, { text: 'a' })
  const id: string = made.id
  // @ts-expect-error -- The answer has no such member.
  void made.colour
  // @ts-expect-error -- A member is missing.
  await client.call(add, {})
  // @ts-expect-error -- A member too many.
  await client.call(add, { text: id, colour: 'red' })
  // @ts-expect-error -- Not of that type.
  await client.call(read, { id: 7 })
}

export const declared: ErrorCodeOf<typeof add> = 'own-refused'
export const common: ErrorCodeOf<typeof add> = 'rate-limited'
// @ts-expect-error -- No error of this operation.
export const foreign: ErrorCodeOf<typeof add> = 'task-not-found'

// @ts-expect-error -- Access is mandatory.
export const open = defineQuery({
  name: 'own.open',
  summary: '',
  input: z.object({}),
  output: z.object({}),
  example: {},
})
const id = z.strictObject({ id: z.string() })
export const example = defineQuery({
  name: 'own.open',
  summary: '',
  access: 'member',
  input: id,
  output: id,
  // @ts-expect-error -- An example is of the input’s type.
  example: { id: 7 },
})
