import { expect, it } from 'vitest'
import { changeBehind } from '#testing/outside.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { addNote, doWork } from '#testing/notes/contract.ts'
import { listAudit } from '../builtin/contract.ts'

/** The entry of the first start, ten of ours, then what somebody with a database shell does behind our back. */
async function openTampered(statement: string) {
  const app = await openNotesApp()
  for (let n = 0; n < 10; n++) await app.call(addNote, { text: `${n}` })
  await app.settle()
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, auditEntries: 11, faults: [] })
  await changeBehind(app, statement)
  return app
}

it.each([
  ['an actor was changed', "UPDATE audit SET actor_id = 'somebody' WHERE n = 4", 'Audit entry 4 was changed'],
  ['a time was changed', 'UPDATE audit SET at = at + 1 WHERE n = 4', 'Audit entry 4 was changed'],
  ['an outcome was changed', "UPDATE audit SET outcome = 'not-allowed' WHERE n = 1", 'Audit entry 1 was changed'],
  ['a subject was taken away', 'UPDATE audit SET subject = NULL WHERE n = 11', 'Audit entry 11 was changed'],
  ['an entry was deleted', 'DELETE FROM audit WHERE n = 5', 'Audit entry 5 is missing'],
  ['the first entry was deleted', 'DELETE FROM audit WHERE n = 1', 'Audit entry 1 is missing'],
  [
    'an entry was deleted and the rest moved up',
    'DELETE FROM audit WHERE n = 5; UPDATE audit SET n = -n WHERE n > 5; UPDATE audit SET n = -n - 1 WHERE n < 0',
    'Audit entry 5 does not follow the one before it',
  ],
  [
    'details were changed',
    `UPDATE audit_detail SET after = '{}' WHERE n = 3`,
    'The details of audit entry 3 were changed',
  ],
  [
    'a salt was changed',
    "UPDATE audit_detail SET salt = 'ab' WHERE n = 3",
    'The details of audit entry 3 were changed',
  ],
])('notices that %s', async (_what, statement, fault) => {
  await using app = await openTampered(statement)
  const report = await app.daybook.kernel.verify()
  expect(report.ok).toBe(false)
  expect(report.faults[0]).toBe(fault)
})

it('notices that the newest entries were cut off', async () => {
  await using app = await openTampered('DELETE FROM audit WHERE n > 9')
  expect(await app.daybook.kernel.verify()).toMatchObject({
    ok: false,
    faults: ['The newest 2 audit entries are missing'],
  })
})

it('notices lost events, in the middle and at the end', async () => {
  await using middle = await openTampered('DELETE FROM events WHERE position = 4')
  expect((await middle.daybook.kernel.verify()).faults).toEqual(['The events have 1 gaps'])
  await using end = await openTampered('DELETE FROM events WHERE position > 9')
  expect((await end.daybook.kernel.verify()).faults).toEqual(['The newest 2 events are missing'])
})

it('still verifies when details and salts are erased', async () => {
  await using app = await openTampered('DELETE FROM audit_detail WHERE n IN (2, 3)')
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })
  const { items } = await app.call(listAudit, {})
  expect(items.find(({ n }) => n === 2)).toMatchObject({ operation: 'notes.add', before: null, after: null })
})

it('chains commands of one batch, and entries after a restart, into one', async () => {
  await using folder = await temporaryFolder()
  {
    await using app = await openNotesApp({ dataFolder: folder.path })
    const owner = app.as(app.owner)
    await Promise.all(Array.from({ length: 30 }, (_, n) => owner.call(addNote, { text: `${n}` })))
    app.hooks.commands.work = async ({ fail }) => fail('work-refused')
    await owner.call(doWork, { key: 'work' })
  }
  await using app = await openNotesApp({ dataFolder: folder.path })
  const { items } = await app.call(listAudit, { operation: 'notes.add' })
  expect(items).toHaveLength(30)
  await app.call(addNote, { text: 'after' })
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })
})

it('lists the trail of one workspace to its admins alone, page by page', async () => {
  await using app = await openNotesApp()
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  await app.as(stranger).call(addNote, { text: 'theirs' })
  for (let n = 0; n < 5; n++) await app.call(addNote, { text: `${n}` })
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page: { items: { n: number }[]; next: string | null } = await app.call(listAudit, {
      limit: 2,
      ...(cursor && { cursor }),
    })
    seen.push(...page.items.map(({ n }) => n))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual([7, 6, 5, 4, 3])
  expect(await app.as(app.person('member')).call(listAudit, {})).toMatchObject({ code: 'not-allowed' })
})

it('cuts details that are too long, and says so', async () => {
  await using app = await openNotesApp()
  await app.call(addNote, { text: 'x'.repeat(20_000) })
  const { items } = await app.call(listAudit, {})
  expect(items[0]!.after).toMatchObject({ cut: true })
})
