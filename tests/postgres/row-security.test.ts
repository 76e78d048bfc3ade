import { expect, it } from 'vitest'
import { workspaceTables } from '#kernel/migrations/migrate.ts'
import { addNote, listNotes } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { changeBehind, everyRow } from '#testing/outside.ts'
import type { TestApp } from '#testing/test-app.ts'

const OTHER = '01933b6e-8f00-7000-8000-000000000001'

async function openTwo() {
  const app = await openNotesApp()
  await app.call(addNote, { text: 'ours' })
  await app.as(app.person('owner', OTHER)).call(addNote, { text: 'theirs' })
  return app
}

/** What SQL that names no workspace finds on a connection that serves one. */
function texts(app: TestApp, workspaceId: string | null): Promise<unknown[]> {
  return app.daybook.kernel.services.database.read(async (transaction) => {
    if (workspaceId !== null) transaction.enter(workspaceId)
    return (await transaction.all('SELECT text FROM notes_note')).map((row) => row.text)
  })
}

it('shows SQL that forgets the workspace no other’s rows, and none where no workspace was entered', async () => {
  await using app = await openTwo()
  expect(await texts(app, app.owner.workspaceId)).toEqual(['ours'])
  expect(await texts(app, OTHER)).toEqual(['theirs'])
  expect(await texts(app, null)).toEqual([])
  // A connection that has served a workspace forgets it with its transaction.
  for (let n = 0; n < 20; n++) expect(await texts(app, null)).toEqual([])
})

it('takes no row for another workspace, and changes none of its rows', async () => {
  await using app = await openTwo()
  const { database } = app.daybook.kernel.services
  const write = (sql: string, ...values: string[]) =>
    database.write(async (transaction) => {
      transaction.enter(app.owner.workspaceId)
      return transaction.run(sql, ...values)
    })
  await expect(
    write("INSERT INTO notes_note (id, workspace_id, text) VALUES ('x', ?, 'smuggled')", OTHER),
  ).rejects.toThrow('row-level security')
  await expect(write('UPDATE notes_note SET workspace_id = ?', OTHER)).rejects.toThrow('row-level security')
  expect(await write("UPDATE notes_note SET text = 'changed'")).toEqual({ changes: 1 })
  expect(await write('DELETE FROM notes_note')).toEqual({ changes: 1 })
  expect((await everyRow(app, 'notes_note')).map((row) => row.text)).toEqual(['theirs'])
})

it('guards every table whose rows belong to workspaces, and says so when one is not', async () => {
  await using app = await openAppOf(['identity', 'tasks', 'mail', 'search'])
  const { kernel } = app.daybook
  expect(kernel.registry.modules.flatMap(workspaceTables).length).toBeGreaterThan(10)
  expect(await kernel.verify()).toMatchObject({ ok: true, faults: [] })
  await changeBehind(app, 'DROP POLICY daybook_workspace ON tasks_task')
  await changeBehind(app, 'ALTER TABLE mail_message NO FORCE ROW LEVEL SECURITY')
  const { faults } = await kernel.verify()
  expect(faults.sort()).toEqual([
    'The table mail_message is not kept apart by workspace',
    'The table tasks_task is not kept apart by workspace',
  ])
})

it('would show everything without it: the test above looks at the policy and not at the query builder', async () => {
  await using app = await openTwo()
  await changeBehind(app, 'ALTER TABLE notes_note DISABLE ROW LEVEL SECURITY')
  expect((await texts(app, app.owner.workspaceId)).sort()).toEqual(['ours', 'theirs'])
  // The query builder keeps them apart all the same.
  expect((await app.call(listNotes, {})).items.map(({ text }) => text)).toEqual(['ours'])
})
