import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import {
  applyRule,
  createLabel,
  createRule,
  deleteRule,
  getRuleRun,
  listMessages,
  listRules,
  orderRules,
  taskWanted,
  tryRule,
  undoRuleRun,
  updateRule,
  type MessageSummary,
} from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { codeOf, importBytes, neighbour, openMailApp, rows, stranger } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { arrive, arriveAgain } from './arrive.ts'

const soon = new Date(Date.now() + 60_000).toUTCString()
const note = (subject: string, from = 'Ada <ada@example.test>', body = 'Some words.') =>
  mailText({ subject, from, body, id: subject.replaceAll(' ', '-'), date: soon })

describe('rules on new mail', () => {
  it('run in their order, once a message, and a rule that stops keeps those after it away', async () => {
    await using app = await openMailApp()
    const label = await app.call(createLabel, { name: 'Bills' })
    const bills = await app.call(createRule, {
      name: 'Bills',
      query: 'subject:invoice',
      actions: { addLabels: [label.id], move: 'archive' },
      stop: true,
    })
    const star = await app.call(createRule, { name: 'Star', query: 'from:ada@example.test', actions: { star: true } })
    await arrive(app, [note('Invoice 12'), note('Hello'), note('Invoice 13', 'Bo <bo@other.test>')])

    const mail = await bySubject(app)
    expect(mail['Invoice 12']).toMatchObject({ place: 'archive', starred: false, labels: [label.id] })
    expect(mail['Hello']).toMatchObject({ place: 'inbox', starred: true, labels: [] })
    expect(mail['Invoice 13']).toMatchObject({ place: 'archive', labels: [label.id] })

    await app.call(orderRules, { ids: [star.id, bills.id] })
    await arrive(app, [note('Invoice 14')])
    expect((await bySubject(app))['Invoice 14']).toMatchObject({ place: 'archive', starred: true })
    expect((await app.call(listRules, {})).items.map(({ name }) => name)).toEqual(['Star', 'Bills'])
  })

  it('do nothing a second time, though an event comes twice: what a person put back stays', async () => {
    await using app = await openMailApp()
    await app.call(createRule, { name: 'All', query: 'hello', actions: { star: true, makeTask: true } })
    const [id] = await arrive(app, [note('Hello')])
    expect((await bySubject(app))['Hello']).toMatchObject({ starred: true })
    await app.takeEvents()
    await arriveAgain(app, [id!])
    expect(await app.takeEvents()).toEqual([])
  })

  it('leave mail of the past, of imports and one that is off alone', async () => {
    await using app = await openMailApp()
    const rule = await app.call(createRule, { name: 'All', query: 'words', actions: { star: true } })
    await importBytes(app, mbox([note('Imported')]))
    await arrive(app, [mailText({ subject: 'Old', id: 'old', date: 'Mon, 02 Mar 2020 10:00:00 +0000' })])
    await app.call(updateRule, { id: rule.id, enabled: false })
    await arrive(app, [note('While off')])
    const starred = Object.values(await bySubject(app)).filter((message) => message.starred)
    expect(starred).toEqual([])
  })

  it('ask for a task, and say so once', async () => {
    await using app = await openMailApp()
    const rule = await app.call(createRule, { name: 'Tasks', query: 'subject:todo', actions: { makeTask: true } })
    const [id] = await arrive(app, [note('todo now')])
    const wanted = await rows(app, `SELECT subject_id, data FROM events WHERE type = '${taskWanted.name}'`)
    expect(wanted.map((row) => row.subject_id)).toEqual([id])
    expect(JSON.parse(String(wanted[0]!.data))).toMatchObject({ ruleId: rule.id })
  })

  it('look at words, phrases, beginnings, lists and attachments', async () => {
    await using app = await openMailApp()
    const plain = mailText({
      subject: 'Réunion du comité',
      id: 'x1',
      date: soon,
      headers: ['List-Id: Builders <openbmc.lists.example.test>', 'Content-Type: text/plain; charset=utf-8'],
      body: 'We meet at the old mill tomorrow. 会議は明日',
    })
    await importBytes(app, Buffer.from(mbox([plain, note('Other')])))
    const matched = async (query: string) => (await app.call(tryRule, { query })).items.map(({ subject }) => subject)
    for (const query of [
      'reunion',
      '"old mill"',
      'list:openbmc',
      'meet*',
      'to:bo -from:bo subject:comité',
      '会議',
      'larger:10 comite',
    ])
      expect(await matched(query), query).toEqual(['Réunion du comité'])
    for (const query of ['"mill old"', 'mee', 'has:attachment', 'subject:mill', 'smaller:10'])
      expect(await matched(query), query).toEqual([])
  })
})

describe('a condition', () => {
  it('that cannot be read is refused with its place', async () => {
    await using app = await openMailApp()
    const actions = { star: true }
    for (const [query, position] of [
      ['from:ada form:bo', 9],
      ['"open', 0],
      ['', 0],
      ['hello ...', 6],
    ] as const) {
      const refused = (await app.as(app.owner).call(createRule, { name: 'x', query, actions })) as Failure
      expect(codeOf(refused), query).toBe('bad-query')
      expect(refused.errors?.[0], query).toMatchObject({ pointer: '/query', position })
      expect(codeOf(await app.as(app.owner).call(tryRule, { query })), query).toBe('bad-query')
    }
    expect(codeOf(await app.as(app.owner).call(createRule, { name: 'x', query: 'a', actions: {} }))).toBe(
      'nothing-to-do',
    )
  })

  it('tried on past mail says how many and which, and changes nothing', async () => {
    await using app = await openMailApp()
    const many = Array.from({ length: 210 }, (_, n) => note(`Invoice ${n}`))
    await importBytes(app, mbox([...many, note('Hello')]))
    await app.takeEvents()
    const tried = await app.call(tryRule, { query: 'subject:invoice' })
    expect(tried).toMatchObject({ matched: 210, scanned: 211, complete: true })
    expect(tried.items).toHaveLength(50)
    expect(await app.takeEvents()).toEqual([])
  })
})

describe('a rule applied to past mail', () => {
  it(
    'changes what matches, once, tells how far it is, and is undone but for what was changed since',
    { timeout: 120_000 },
    async () => {
      await using app = await openMailApp()
      const label = await app.call(createLabel, { name: 'Bills' })
      await importBytes(app, mbox([...Array.from({ length: 70 }, (_, n) => note(`Invoice ${n}`)), note('Hello')]))
      const rule = await app.call(createRule, {
        name: 'Bills',
        query: 'subject:invoice',
        actions: { addLabels: [label.id], move: 'archive', markRead: true, makeTask: true },
      })
      const before = await bySubject(app)
      const { run } = await app.call(applyRule, { id: rule.id })
      await app.settle()
      expect(await app.call(getRuleRun, { id: run })).toMatchObject({
        state: 'done',
        scanned: 71,
        total: 71,
        matched: 70,
      })
      const after = await bySubject(app)
      expect(after['Invoice 7']).toMatchObject({ place: 'archive', seen: true, labels: [label.id] })
      expect(after['Hello']).toMatchObject({ place: 'inbox', seen: false })
      expect(await rows(app, `SELECT id FROM events WHERE type = '${taskWanted.name}'`)).toEqual([])

      const again = await app.call(applyRule, { id: rule.id })
      await app.settle()
      expect(await app.call(getRuleRun, { id: again.run })).toMatchObject({ matched: 0 })

      await app.call(deleteRule, { id: rule.id })
      await app.call(undoRuleRun, { id: run })
      await app.settle()
      expect(await app.call(getRuleRun, { id: run })).toMatchObject({ state: 'undone' })
      const undone = await bySubject(app)
      for (const [subject, { place, seen, starred, labels }] of Object.entries(before))
        expect(undone[subject], subject).toMatchObject({ place, seen, starred, labels })
      expect(codeOf(await app.as(app.owner).call(undoRuleRun, { id: run }))).toBe('already-undone')
    },
  )

  it('is nobody else’s', async () => {
    await using app = await openMailApp()
    const { id } = await app.call(createRule, { name: 'x', query: 'a', actions: { star: true } })
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(applyRule, { id }))).toBe('rule-not-found')
      expect(codeOf(await app.as(actor).call(updateRule, { id, name: 'y' }))).toBe('rule-not-found')
      expect(codeOf(await app.as(actor).call(deleteRule, { id }))).toBe('rule-not-found')
      expect(await app.as(actor).call(listRules, {})).toEqual({ items: [] })
    }
  })
})

async function bySubject(app: TestApp): Promise<Record<string, MessageSummary>> {
  const { items } = await app.call(listMessages, { limit: 200 })
  return Object.fromEntries(items.map((item) => [item.subject, item]))
}
