import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modifyMessages, Place, undoImport } from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { allMessages, importBytes, openMailApp, rows } from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'
import { thoroughly } from '#testing/thoroughly.ts'

type Step =
  | { kind: 'import'; mails: { n: number; references: number[]; minute: number }[] }
  | { kind: 'modify'; pick: number; threads: boolean; seen?: boolean; starred?: boolean; place?: Place }
  | { kind: 'undo'; pick: number }

const number = fc.integer({ min: 0, max: 14 })
const mails = fc.array(
  fc.record({ n: number, references: fc.array(number, { maxLength: 2 }), minute: fc.integer({ min: 0, max: 5 }) }),
  { minLength: 1, maxLength: 8 },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), mails }) },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant('modify' as const),
        pick: fc.nat(40),
        threads: fc.boolean(),
        seen: fc.boolean(),
        starred: fc.boolean(),
        place: fc.constantFrom(...Place.options),
      },
      { requiredKeys: ['kind', 'pick', 'threads'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(10) }) },
)

it('keeps the lists of threads and the counts equal to what the messages say, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      await using app = await openMailApp()
      const imports: string[] = []
      for (const each of steps) {
        await take(app, each, imports)
        await expectTruth(app)
      }
    }),
    { numRuns: thoroughly(40) },
  )
}, 240_000)

async function take(app: TestApp, each: Step, imports: string[]): Promise<void> {
  if (each.kind === 'import') {
    const texts = each.mails.map(({ n, references, minute }) =>
      mailText({
        subject: `mail ${n} ${minute}`,
        id: `m${n}`,
        references: references.map((reference) => `m${reference}`),
        from: `P${n % 4} <p${n % 4}@example.test>`,
        date: new Date(Date.UTC(2026, 0, 1, 0, minute)).toUTCString(),
      }),
    )
    imports.push((await importBytes(app, mbox(texts))).id)
    return
  }
  if (each.kind === 'undo') {
    const [id] = imports.splice(each.pick % Math.max(1, imports.length), 1)
    if (id) await app.call(undoImport, { id })
    return app.settle()
  }
  const all = await allMessages(app)
  if (all.length === 0) return
  const { kind: _, pick, threads, ...flags } = each
  const message = all[pick % all.length]!
  await app.call(
    modifyMessages,
    threads ? { threadIds: [message.threadId], ...flags } : { messageIds: [message.id], ...flags },
  )
}

/** Recomputes what is kept beside the messages from the messages alone. */
async function expectTruth(app: TestApp): Promise<void> {
  const messages = await rows(app, 'SELECT * FROM mail_message ORDER BY date_at DESC, id DESC')
  const groups = Map.groupBy(messages, ({ thread_id, place }) => `${thread_id} ${place}`)
  const wanted = [...groups].map(([key, group]) => ({
    key,
    date_at: group[0]!.date_at,
    messages: group.length,
    unread: group.filter(({ seen }) => seen === 0).length,
    has_unread: group.some(({ seen }) => seen === 0) ? 1 : 0,
    starred: group.some(({ starred }) => starred === 1) ? 1 : 0,
    answered: group.some(({ answered }) => answered === 1) ? 1 : 0,
    has_attachments: 0,
    subject: group[0]!.subject,
    snippet: group[0]!.snippet,
    participants: [...new Set(group.slice(0, 12).map(({ from_name }) => from_name))].slice(0, 5).reverse(),
  }))
  const kept = (await rows(app, 'SELECT * FROM mail_thread_place')).map(
    ({ thread_id, place, participants, workspace_id: _, owner_id: _owner, ...row }) => ({
      key: `${thread_id} ${place}`,
      ...row,
      participants: JSON.parse(String(participants)),
    }),
  )
  const byKey = (left: { key: string }, right: { key: string }) => (left.key < right.key ? -1 : 1)
  expect(kept.sort(byKey)).toEqual(wanted.sort(byKey))

  for (const { place, messages: count, unread } of await rows(app, 'SELECT * FROM mail_count')) {
    const there = messages.filter((row) => row.place === place)
    expect({ place, count, unread }).toEqual({
      place,
      count: there.length,
      unread: there.filter(({ seen }) => seen === 0).length,
    })
  }
  // Messages that name one another, by ids that are here, lie in one thread.
  const threads = new Map(
    (await rows(app, 'SELECT message_id, thread_id FROM mail_reference')).map(({ message_id, thread_id }) => [
      message_id,
      thread_id,
    ]),
  )
  for (const { message_id, thread_id } of messages) expect(threads.get(message_id)).toBe(thread_id)
}
