import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { getUpload } from './builtin/contract.ts'
import { addNote, doWork, listNotes } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { Failure } from './failure.ts'
import { handlersFor } from './handlers.ts'
import { defineModule, type ModuleDefinition } from './module.ts'
import { Registry } from './registry.ts'

const { query } = handlersFor<never>()

function moduleOf(name: string, uses: string[] = [], extra: Partial<ModuleDefinition> = {}): ModuleDefinition {
  const read = defineQuery({
    name: `${name}.read`,
    summary: '',
    access: 'member',
    input: z.object({}),
    output: z.object({}),
    example: {},
  })
  const operations = [query(read, async () => ({}))]
  return defineModule({ name, contract: { read }, tables: {}, migrations: [], operations, uses, ...extra })
}

it('refuses modules that ask each other in a circle, however far round', () => {
  const chain = [moduleOf('a', ['b.read']), moduleOf('b', ['c.read']), moduleOf('c')]
  expect(() => new Registry(chain)).not.toThrow()
  const circle = [moduleOf('a', ['b.read']), moduleOf('b', ['c.read']), moduleOf('c', ['a.read'])]
  expect(() => new Registry(circle)).toThrow('Modules ask each other in a circle: a → b → c → a')
})

it('refuses a table of another name, two operations of one name, and one that nobody carries out', () => {
  expect(() => new Registry([moduleOf('a', [], { tables: { b_table: 'workspace' } })])).toThrow('must bear its module')
  expect(() => new Registry([moduleOf('a'), moduleOf('a')])).toThrow('Two operations are called a.read')
  expect(() => new Registry([moduleOf('a', [], { operations: [] })])).toThrow('Nobody carries out a.read')
})

it('lets a module ask its own queries, in the same transaction', async () => {
  await using app = await openNotesApp()
  await app.call(addNote, { text: 'one' })
  app.hooks.commands.ask = async ({ ask, db }) => {
    await db.insertInto('notes_note').values({ id: crypto.randomUUID(), text: 'not committed yet' }).execute()
    const answer = await ask(listNotes, {})
    return { value: answer instanceof Failure ? answer.code : answer.items.length }
  }
  expect(await app.call(doWork, { key: 'ask' })).toEqual({ value: 2 })
})

it('lets a module ask nobody whom it does not list', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.ask = async ({ ask }) => ({ value: await ask(getUpload, { id: crypto.randomUUID() }) })
  await expect(app.call(doWork, { key: 'ask' })).rejects.toThrow('notes does not list uploads.get in its uses')
})

it('checks the input of what is asked like any call’s', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.ask = async ({ ask }) => {
    const answer = await ask(listNotes, { nonsense: true } as never)
    return { value: answer instanceof Failure ? answer.code : 'answered' }
  }
  expect(await app.call(doWork, { key: 'ask' })).toEqual({ value: 'invalid-input' })
})
