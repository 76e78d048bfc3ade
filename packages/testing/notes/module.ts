import { uuidv7 } from '#base/ids.ts'
import type { CommandContext, JobContext, QueryContext, StoredEvent, SubscriptionContext } from '#kernel/context.ts'
import { handlersFor, job, subscription } from '#kernel/handlers.ts'
import { date, id, index, integer, migration, nullable, primary, table, text } from '#kernel/migrations/migration.ts'
import { defineModule, type ModuleDefinition } from '#kernel/module.ts'
import * as contract from './contract.ts'

export interface NotesTables {
  notes_note: { id: string; text: string }
  notes_tag: { id: string; note_id: string; name: string }
  notes_length: { note_id: string; length: number; seen: number }
  notes_log: { id: string; text: string }
}

const { command, query, projection } = handlersFor<NotesTables>()

/** What a test puts into the module: the work of its handlers, by key. */
export interface NotesHooks {
  commands: Record<string, (context: CommandContext<NotesTables, 'work-refused'>) => Promise<any>>
  queries: Record<string, (context: QueryContext<NotesTables, 'note-not-found'>) => Promise<any>>
  jobs: Record<string, (context: JobContext<{ key: string }>) => Promise<unknown>>
  /** Called with each batch that the subscription gets. */
  onEvents: (events: StoredEvent[], context: SubscriptionContext) => Promise<void>
  /** Called with each batch that the projection gets. */
  onProject: (events: StoredEvent[]) => void
}

export const newHooks = (): NotesHooks => ({
  commands: {},
  queries: {},
  jobs: {},
  onEvents: async () => undefined,
  onProject: () => undefined,
})

/** A small module that does what a test says, for tests of the kernel on real storage. */
export function createNotes(hooks: NotesHooks, options: { schedule?: boolean } = {}): ModuleDefinition {
  return defineModule({
    name: 'notes',
    contract,
    tables: { notes_note: 'workspace', notes_tag: 'workspace', notes_length: 'workspace', notes_log: 'instance' },
    migrations: [
      migration('0001-tables', [
        table('notes_note', { id: primary(id()), workspace_id: id(), text: text(), on_day: nullable(date()) }),
        index('notes_note', ['workspace_id', 'id']),
        table('notes_tag', { id: primary(id()), workspace_id: id(), note_id: id(), name: text() }),
        table('notes_length', { note_id: primary(id()), workspace_id: id(), length: integer(), seen: integer() }),
        table('notes_log', { id: primary(id()), text: text() }),
      ]),
    ],
    operations: [
      command(contract.addNote, async ({ db, emit }, { text: noteText }) => {
        const row = { id: uuidv7(), text: noteText }
        await db.insertInto('notes_note').values(row).execute()
        emit(contract.noteAdded, { id: row.id, length: noteText.length })
        return row
      }),
      command(contract.eraseNote, async ({ db, emit, fail }, { id: noteId }) => {
        const { numDeletedRows } = await db.deleteFrom('notes_note').where('id', '=', noteId).executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return fail('note-not-found')
        emit(contract.noteErased, { id: noteId })
        return {}
      }),
      query(contract.listNotes, async ({ db }) => ({
        items: await db.selectFrom('notes_note').select(['id', 'text']).orderBy('id').execute(),
      })),
      command(contract.doWork, (context, { key }) => hooks.commands[key]!(context)),
      query(contract.lookAt, (context, { key }) => hooks.queries[key]!(context)),
      command(contract.adminOnly, async () => ({})),
    ],
    jobs: [
      job(contract.workJob, (context) => hooks.jobs[context.input.key]!(context)),
      ...(options.schedule ? [job(contract.tickJob, (context) => hooks.jobs.tick!(context as never))] : []),
    ],
    subscriptions: [
      subscription({
        name: 'notes.reader',
        events: [contract.noteAdded, contract.noteErased],
        handle: (context, events) => hooks.onEvents(events, context),
      }),
      projection({
        name: 'notes.lengths',
        events: [contract.noteAdded, contract.noteErased],
        batch: 10,
        async handle({ db }, events) {
          hooks.onProject(events)
          for (const event of events) {
            if (event.type === contract.noteErased.name)
              await db.deleteFrom('notes_length').where('note_id', '=', event.subjectId).execute()
            else
              await db
                .insertInto('notes_length')
                .values({ note_id: event.subjectId, length: Number(event.data.length), seen: event.position })
                .execute()
          }
        },
        async reset({ db }) {
          await db.deleteFrom('notes_length').execute()
        },
      }),
    ],
    settings: [contract.greeting, contract.quota],
  })
}
