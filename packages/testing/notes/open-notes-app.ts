import identity from '#modules/identity/server/module.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../test-app.ts'
import { createNotes, newHooks, type NotesHooks } from './module.ts'

/** A Daybook with the module of notes, whose handlers a test fills in by its hooks. */
export async function openNotesApp(
  options: TestAppOptions & { hooks?: NotesHooks; schedule?: boolean } = {},
): Promise<TestApp & { hooks: NotesHooks }> {
  const hooks = options.hooks ?? newHooks()
  const app = await openTestApp({ ...options, modules: [identity, createNotes(hooks, options)] })
  return Object.assign(app, { hooks })
}
