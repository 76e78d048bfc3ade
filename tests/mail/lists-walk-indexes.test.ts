import { expect, it } from 'vitest'
import { getMailbox, getThread, listImports, listLabels, listMessages, listThreads } from '#modules/mail/contract.ts'
import { plansOf, spyOnReads } from '#testing/query-plans.ts'
import { importBytes, openMailApp } from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'

/** Every combination of some of the members. */
function* combinations(members: Record<string, unknown>): Generator<Record<string, unknown>> {
  const names = Object.keys(members)
  for (let set = 0; set < 2 ** names.length; set++)
    yield Object.fromEntries(names.filter((_, n) => set & (1 << n)).map((name) => [name, members[name]]))
}

it('walks an index for every list and filter: no table is scanned, nothing is sorted', async () => {
  await using app = await openMailApp()
  const mails = Array.from({ length: 12 }, (_, n) =>
    mailText({
      subject: `${n}`,
      id: `m${n}`,
      references: ['root'],
      date: new Date(Date.UTC(2026, 0, 1 + n)).toUTCString(),
    }),
  )
  const { id: importId } = await importBytes(
    app,
    mbox([...mails, ...mails.map((mail) => mail.replaceAll('example.test', 'other.test'))]),
    { label: 'Work' },
  )
  const [label] = (await app.call(listLabels, {})).items
  const [thread] = (await app.call(listThreads, {})).items

  const statements = spyOnReads(app, 'mail_')
  const filters = {
    place: 'inbox',
    unread: true,
    starred: false,
    hasAttachment: false,
    labelId: label!.id,
    threadId: thread!.id,
    importId,
    from: 'ada@example.test',
  }
  const first = await app.call(listMessages, { limit: 2 })
  for (const input of combinations(filters)) {
    await app.call(listMessages, { ...input, limit: 2 })
    await app.call(listMessages, { ...input, limit: 2, cursor: first.next! })
    await app.call(listMessages, {
      ...input,
      after: '2026-01-02T00:00:00Z',
      before: '2026-01-09T00:00:00Z',
      cursor: first.next!,
    })
  }
  for (const flags of [{ starred: true }, { unread: false }, { hasAttachment: true }])
    await app.call(listMessages, { ...flags, place: 'inbox' })
  for (const input of combinations({ unread: true, starred: true, place: 'archive' }))
    await app.call(listThreads, { ...input, cursor: (await app.call(listThreads, { limit: 1 })).next! })
  await app.call(getThread, { id: thread!.id })
  await app.call(getMailbox, {})
  await app.call(listImports, { cursor: (await app.call(listImports, { limit: 1 })).next ?? undefined })

  const plans = await plansOf(app, statements)
  expect(plans.size).toBeGreaterThan(500)
  for (const [sql, { scans, sorts }] of plans) expect({ scans, sorts }, sql).toEqual({ scans: [], sorts: false })
})

it('uses the index made for a flag, and begins a page where the last one ended', async () => {
  await using app = await openMailApp()
  await importBytes(app, mbox(Array.from({ length: 5 }, (_, n) => mailText({ subject: `${n}` }))))
  const indexOf = async (operation: typeof listMessages | typeof listThreads, input: object) => {
    const statements = spyOnReads(app, 'mail_')
    const { next } = await app.call(operation as typeof listMessages, { ...input, limit: 1 })
    if (next) await app.call(operation as typeof listMessages, { ...input, limit: 1, cursor: next })
    const plans = [...(await plansOf(app, statements)).values()]
    const steps = plans.flatMap(({ indexes, conditions }) => indexes.map((name, n) => `${name} ${conditions[n]}`))
    return steps.filter((step) => /date_a/.test(step) && !/label/.test(step)).at(-1)
  }
  expect(await indexOf(listMessages, { unread: true })).toMatch(/_seen_date_at_id .*date_at, ?id\) ?< ?(ROW)?\(/)
  expect(await indexOf(listMessages, { starred: true })).toMatch(/_starred_date_at_id/)
  expect(await indexOf(listMessages, { hasAttachment: true })).toMatch(/_has_attachments_date_at_i/)
  expect(await indexOf(listMessages, { place: 'inbox' })).toMatch(/_place_date_at_id .*date_at, ?id\) ?< ?(ROW)?\(/)
  expect(await indexOf(listMessages, { from: 'ada@example.test' })).toMatch(/_from_address_date_at_id/)
  expect(await indexOf(listThreads, { unread: true })).toMatch(/_place_has_unread_dat/)
  expect(await indexOf(listThreads, { starred: true })).toMatch(/_place_starred_date_a/)
})
