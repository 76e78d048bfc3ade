import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '../actor.ts'
import { everyRow } from '#testing/outside.ts'
import { plansOf } from '#testing/query-plans.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { addNote, doWork, listNotes, lookAt } from '#testing/notes/contract.ts'

/** Two workspaces with a note each; `run` gives a handler's database to a work, as somebody of the first or the second. */
async function openTwo() {
  const app = await openNotesApp()
  const us = app.owner
  const them = app.person('owner', uuidv7())
  const ours = (await app.call(addNote, { text: 'ours' })) as { id: string; text: string }
  const theirs = (await app.as(them).call(addNote, { text: 'theirs' })) as { id: string; text: string }
  return Object.assign(app, {
    us,
    them,
    ours,
    theirs,
    async run(actor: Actor, work: (db: any) => Promise<unknown>): Promise<void> {
      app.hooks.commands.work = async ({ db }) => {
        await work(db)
        return {}
      }
      await app.as(actor).call(doWork, { key: 'work' })
    },
    async look(actor: Actor, work: (db: any) => Promise<unknown>): Promise<unknown> {
      app.hooks.queries.work = async ({ db }) => ({ value: await work(db) })
      return ((await app.as(actor).call(lookAt, { key: 'work' })) as { value: unknown }).value
    },
    all: (table: string) => everyRow(app, table),
  })
}

it('selects the rows of one workspace, however the question is put', async () => {
  await using app = await openTwo()
  const texts = (rows: { text: string }[]) => rows.map(({ text }) => text)
  const questions: ((db: any) => any)[] = [
    (db) => db.selectFrom('notes_note').select('text'),
    (db) => db.selectFrom('notes_note as n').select('n.text'),
    (db) => db.selectFrom('notes_note').select('text').where('id', '=', app.ours.id),
    (db) =>
      db
        .selectFrom('notes_note')
        .select('text')
        .where((eb: any) => eb.or([eb('text', '=', 'ours'), eb('text', '=', 'theirs')])),
    (db) => db.selectFrom('notes_note').select('text').where('workspace_id', '=', app.them.workspaceId),
    (db) =>
      db
        .selectFrom('notes_note')
        .select('text')
        .where((eb: any) => eb.or([eb('workspace_id', '=', app.them.workspaceId), eb.lit(true)])),
    (db) => db.selectFrom(db.selectFrom('notes_note').select('text').as('inner')).select('inner.text'),
    (db) => db.selectFrom('notes_note').select('text').where('id', 'in', db.selectFrom('notes_note').select('id')),
    (db) => db.selectFrom('notes_note').select('text').union(db.selectFrom('notes_note').select('text')),
    (db) =>
      db
        .selectFrom('notes_note')
        .select('text')
        .where((eb: any) => eb.not(eb.exists(db.selectFrom('notes_tag').select('id')))),
    (db) => db.selectFrom(['notes_note', 'notes_note as other']).select('other.text').distinct(),
    (db) => db.selectFrom('notes_log').crossJoin('notes_note').select('notes_note.text'),
    (db) =>
      db
        .selectFrom('notes_note')
        .select((eb: any) => eb.selectFrom('notes_note as other').select('other.text').limit(1).as('text')),
  ]
  for (const [n, question] of questions.entries()) {
    const answer = (await app.look(app.us, (db) => question(db).execute())) as { text: string }[]
    expect(
      texts(answer).filter((text) => text !== 'ours'),
      `question ${n}`,
    ).toEqual([])
  }
  expect(texts((await app.look(app.us, (db) => questions[0]!(db).execute())) as never)).toEqual(['ours'])
  expect(texts((await app.look(app.them, (db) => questions[3]!(db).execute())) as never)).toEqual(['theirs'])
})

it('joins only rows of the workspace, inner and outer', async () => {
  await using app = await openTwo()
  // A tag of theirs on a note of ours, as no code of ours would write it.
  await app.run(app.them, (db) =>
    db.insertInto('notes_tag').values({ id: uuidv7(), note_id: app.ours.id, name: 'planted' }).execute(),
  )
  for (const join of ['innerJoin', 'leftJoin'] as const) {
    const rows = (await app.look(app.us, (db) => {
      const notes = db.selectFrom('notes_note')
      const joined = notes[join]('notes_tag', 'notes_tag.note_id', 'notes_note.id')
      return joined.select(['notes_note.text', 'notes_tag.name']).execute()
    })) as { text: string | null; name: string | null }[]
    expect(
      rows.filter(({ name, text }) => name === 'planted' || text === 'theirs'),
      join,
    ).toEqual([])
  }
  const aliased = await app.look(app.us, (db) =>
    db
      .selectFrom('notes_note as n')
      .leftJoin('notes_tag as t', (on: any) =>
        on.on((eb: any) => eb.or([eb('t.note_id', '=', app.ours.id), eb.lit(true)])),
      )
      .select(['t.name'])
      .execute(),
  )
  expect(aliased).toEqual([{ name: null }])
})

it('updates and deletes the rows of one workspace', async () => {
  await using app = await openTwo()
  await app.run(app.us, (db) => db.updateTable('notes_note').set({ text: 'changed' }).execute())
  await app.run(app.us, (db) =>
    db.updateTable('notes_note as n').set({ text: 'changed too' }).where('n.id', '=', app.theirs.id).execute(),
  )
  expect((await app.all('notes_note')).map(({ text }) => text)).toEqual(['changed', 'theirs'])
  await app.run(app.us, (db) =>
    db
      .deleteFrom('notes_note')
      .where((eb: any) => eb.or([eb('id', '=', app.theirs.id), eb.lit(true)]))
      .execute(),
  )
  expect((await app.all('notes_note')).map(({ text }) => text)).toEqual(['theirs'])
})

it('marks every inserted row with the workspace, one or many', async () => {
  await using app = await openTwo()
  await app.run(app.them, (db) =>
    db
      .insertInto('notes_tag')
      .values([
        { id: 'a', note_id: 'n', name: 'one' },
        { id: 'b', note_id: 'n', name: 'two' },
      ])
      .execute(),
  )
  expect((await app.all('notes_tag')).map((row) => row.workspace_id)).toEqual([
    app.them.workspaceId,
    app.them.workspaceId,
  ])
})

it('never lets a handler say which workspace a row is of', async () => {
  await using app = await openTwo()
  const workspace_id = app.them.workspaceId
  const spoofs: ((db: any) => any)[] = [
    (db) => db.insertInto('notes_tag').values({ id: 'a', note_id: 'n', name: 'x', workspace_id }),
    (db) => db.updateTable('notes_note').set({ workspace_id }),
    (db) => db.updateTable('notes_note').set('workspace_id', workspace_id),
    (db) => db.updateTable('notes_note').set({ WorkSpace_Id: workspace_id }),
    (db) => db.updateTable('notes_note').set('notes_note.workspace_id', workspace_id),
    (db) => db.insertInto('notes_tag').values({ id: 'a', note_id: 'n', name: 'x', WORKSPACE_ID: workspace_id }),
    (db) => db.updateTable('notes_note').set((eb: any) => ({ workspace_id: eb.val(workspace_id) })),
    (db) =>
      db
        .insertInto('notes_note')
        .values({ id: app.ours.id, text: 'x' })
        .onConflict((on: any) => on.column('id').doUpdateSet({ workspace_id })),
  ]
  for (const [n, spoof] of spoofs.entries()) {
    await expect(
      app.run(app.us, (db) => spoof(db).execute()),
      `spoof ${n}`,
    ).rejects.toThrow('workspace_id')
  }
  expect((await app.all('notes_note')).map((row) => row.workspace_id)).toEqual([app.us.workspaceId, workspace_id])
})

it('changes no row of another workspace by a conflict of ids', async () => {
  await using app = await openTwo()
  const upsert = (id: string) => (db: any) =>
    db
      .insertInto('notes_note')
      .values({ id, text: 'upserted' })
      .onConflict((on: any) => on.column('id').doUpdateSet({ text: 'upserted' }))
      .execute()
  await app.run(app.us, upsert(app.ours.id))
  // SQLite leaves the row as it is; on PostgreSQL row-level security refuses the statement.
  const harmless = (work: (db: any) => Promise<unknown>) => app.run(app.us, work).catch(refusedByPolicy)
  await harmless(upsert(app.theirs.id))
  const filtered = (db: any) =>
    db
      .insertInto('notes_note')
      .values({ id: app.theirs.id, text: 'x' })
      .onConflict((on: any) => on.column('id').doUpdateSet({ text: 'x' }).where('notes_note.text', '=', 'theirs'))
      .execute()
  await harmless(filtered)
  expect((await app.all('notes_note')).map(({ text }) => text)).toEqual(['upserted', 'theirs'])
  await expect(
    app.run(app.us, (db) => db.replaceInto('notes_note').values({ id: app.theirs.id, text: 'mine' }).execute()),
  ).rejects.toThrow('REPLACE is not scoped')
  await expect(
    app.run(app.us, (db) =>
      db.insertInto('notes_note').orReplace().values({ id: app.theirs.id, text: 'mine' }).execute(),
    ),
  ).rejects.toThrow('REPLACE is not scoped')
  expect((await app.all('notes_note')).map(({ text }) => text)).toEqual(['upserted', 'theirs'])
})

function refusedByPolicy(cause: unknown): void {
  expect((cause as Error).message).toContain('row-level security')
}

it('refuses tables of other modules, of the kernel and of nobody', async () => {
  await using app = await openTwo()
  for (const name of ['identity_token', 'events', 'audit', 'sqlite_master', 'nothing']) {
    await expect(
      app.look(app.us, (db) => db.selectFrom(name).selectAll().execute()),
      name,
    ).rejects.toThrow(`The table ${name} is not one of this module`)
    await expect(
      app.look(app.us, (db) =>
        db.selectFrom('notes_note').innerJoin(name, `${name}.id`, 'notes_note.id').selectAll().execute(),
      ),
      name,
    ).rejects.toThrow(name)
    await expect(
      app.look(app.us, (db) =>
        db.selectFrom('notes_note').selectAll().where('id', 'in', db.selectFrom(name).select('id')).execute(),
      ),
      name,
    ).rejects.toThrow(name)
    await expect(
      app.run(app.us, (db) => db.insertInto(name).values({ id: 'a' }).execute()),
      name,
    ).rejects.toThrow(name)
    await expect(
      app.run(app.us, (db) => db.updateTable(name).set({ id: 'a' }).execute()),
      name,
    ).rejects.toThrow(name)
    await expect(
      app.run(app.us, (db) => db.deleteFrom(name).execute()),
      name,
    ).rejects.toThrow(name)
  }
  await expect(
    app.look(app.us, (db) => db.withSchema('main').selectFrom('identity_token').selectAll().execute()),
  ).rejects.toThrow('identity_token')
})

it('refuses raw SQL wherever it hides', async () => {
  await using app = await openTwo()
  const tricks: ((db: any) => any)[] = [
    (db) => sql`SELECT * FROM identity_token`.execute(db),
    (db) =>
      db
        .selectFrom('notes_note')
        .select(sql`(SELECT secret_hash FROM identity_token)`.as('x'))
        .execute(),
    (db) =>
      db
        .selectFrom(sql`identity_token`.as('t'))
        .selectAll()
        .execute(),
    (db) =>
      db
        .selectFrom('notes_note')
        .selectAll()
        .where(sql`1 = 1) OR (1 = 1`)
        .execute(),
    (db) =>
      db
        .selectFrom('notes_note')
        .selectAll()
        .orderBy(sql`(SELECT 1)`)
        .execute(),
    (db) =>
      db
        .selectFrom('notes_note')
        .selectAll()
        .modifyEnd(sql`; DROP TABLE notes_note`)
        .execute(),
    (db) =>
      db
        .insertInto('notes_tag')
        .values({ id: sql`(SELECT 1)`, note_id: 'a', name: 'b' })
        .execute(),
    (db) =>
      db
        .updateTable('notes_note')
        .set({ text: sql`(SELECT 1)` })
        .execute(),
    (db) =>
      db
        .with('stolen', () => sql`SELECT * FROM identity_token`)
        .selectFrom('stolen')
        .selectAll()
        .execute(),
  ]
  for (const [n, trick] of tricks.entries())
    await expect(app.run(app.us, trick), `trick ${n}`).rejects.toThrow(
      /Raw SQL is refused|RawNode|not one of this module|cannot be scoped/,
    )
  expect(await app.all('notes_note')).toHaveLength(2)
})

it('refuses statements that it cannot scope', async () => {
  await using app = await openTwo()
  const statements: ((db: any) => any)[] = [
    (db) =>
      db
        .insertInto('notes_note')
        .columns(['id', 'text'])
        .expression(db.selectFrom('notes_log').select(['id', 'text'])),
    (db) => db.insertInto('notes_note').defaultValues(),
    (db) => db.deleteFrom('notes_note').using('notes_tag'),
    (db) =>
      db.selectFrom('notes_log').rightJoin('notes_note', 'notes_note.id', 'notes_log.id').select('notes_note.text'),
    (db) =>
      db.selectFrom('notes_note').fullJoin('notes_log', 'notes_note.id', 'notes_log.id').select('notes_note.text'),
    (db) =>
      db.mergeInto('notes_note').using('notes_tag', 'notes_tag.note_id', 'notes_note.id').whenMatched().thenDelete(),
    (db) => db.schema.dropTable('notes_note'),
    (db) => db.schema.createTable('notes_more').addColumn('id', 'text'),
    (db) =>
      db
        .with('mine', (cte: any) => cte.selectFrom('notes_note').selectAll())
        .selectFrom('mine')
        .selectAll(),
  ]
  for (const [n, statement] of statements.entries()) {
    await expect(
      app.run(app.us, (db) => statement(db).execute()),
      `statement ${n}`,
    ).rejects.toThrow(/scoped|refused|Only INSERT|not one of this module/)
  }
  await expect(app.run(app.us, (db) => db.transaction().execute(async () => undefined))).rejects.toThrow('kernel')
  expect(await app.all('notes_note')).toHaveLength(2)
})

it('finds many ids by the primary key, and only those of the workspace', async () => {
  await using app = await openTwo()
  const ids = [app.ours.id, app.theirs.id, ...Array.from({ length: 50 }, () => uuidv7())]
  let statement = { sql: '', parameters: [] as unknown[] }
  const rows = await app.look(app.us, (db) => {
    const select = db.selectFrom('notes_note').select('text').where('id', 'in', ids)
    statement = select.compile()
    return select.execute()
  })
  expect(rows).toEqual([{ text: 'ours' }])
  const plans = await plansOf(app, new Map([[statement.sql, statement.parameters]]))
  const { scans, conditions } = plans.get(statement.sql)!
  expect(scans).toEqual([])
  expect(conditions).toEqual([expect.stringMatching(INDEXED[app.daybook.database.dialect])])
})

/** PostgreSQL knows how small the table is, and chooses by that. */
const INDEXED = { sqlite: /^SEARCH notes_note USING .*\(id=\?\)$/, postgres: /^\((id = ANY|workspace_id = )/ }

it('shuts a handler’s database when its transaction ends', async () => {
  await using app = await openTwo()
  let kept: any
  await app.run(app.us, async (db) => void (kept = db))
  await expect(kept.selectFrom('notes_note').selectAll().execute()).rejects.toThrow('after its transaction ended')
})

it('keeps two workspaces apart that are served in one batch', async () => {
  await using app = await openTwo()
  const adds = Array.from({ length: 40 }, (_, n) =>
    app.as(n % 2 ? app.us : app.them).call(addNote, { text: `${n % 2 ? 'ours' : 'theirs'} ${n}` }),
  )
  await Promise.all(adds)
  for (const [actor, word] of [
    [app.us, 'ours'],
    [app.them, 'theirs'],
  ] as const) {
    const { items } = (await app.as(actor).call(listNotes, {})) as { items: { text: string }[] }
    expect(items).toHaveLength(21)
    expect(items.every(({ text }) => text.startsWith(word))).toBe(true)
  }
})
