import { expect, it } from 'vitest'
import { encodeCursor } from '#base/cursor.ts'
import { Failure } from '#kernel/failure.ts'
import { createTask } from '#modules/tasks/contract.ts'
import { find } from '#modules/search/contract.ts'
import { neighbour, stranger } from '../mail/mail-app.ts'
import { hits, openWithMail, titles } from './search-app.ts'

const mails = Array.from({ length: 30 }, (_, n) => ({ subject: `Secret ${n}`, id: `s${n}`, body: `payroll of ${n}` }))
const queries = [
  'payroll',
  'subject:secret',
  '',
  '-nothing',
  'payroll OR is:starred',
  'is:unread',
  'type:mail',
  'date:2026',
  '-(is:starred nothing)',
  'sort:date',
  'payr*',
  'in:anywhere',
]

it('finds a person’s mail for nobody else: not by text, row, order, page or number', async () => {
  await using app = await openWithMail(mails)
  await app.call(createTask, { title: 'Shared payroll' })
  await app.settle()
  const other = neighbour(app)
  const far = stranger(app)
  for (const q of queries) {
    expect(
      (await hits(app, q)).some(({ kind }) => kind === 'mail.message'),
      q,
    ).toBe(true)
    expect(
      (await hits(app, q, { as: other, snippets: true })).filter(({ kind }) => kind !== 'tasks.task'),
      q,
    ).toEqual([])
    expect(await hits(app, q, { as: far, snippets: true }), q).toEqual([])
  }
  expect(await titles(app, 'payroll', { as: other })).toEqual(['Shared payroll'])
})

it('gives a neighbour nothing through the cursor of somebody else', async () => {
  await using app = await openWithMail(mails)
  const page = await app.call(find, { q: 'payroll', limit: 10 })
  expect(page.items).toHaveLength(10)
  for (const cursor of [page.next!, encodeCursor([Number.MAX_SAFE_INTEGER]), encodeCursor([0])]) {
    expect(await app.as(neighbour(app)).call(find, { q: 'payroll', cursor })).toEqual({ items: [], next: null })
  }
})

it('lets no word of a mail, and no search, pass for an audience', async () => {
  const mark = (token: string) => `\uE000a${token.replace(/[^a-z0-9]/g, '\uE001')}`
  const id = '01933b6e-8f00-7000-8000-000000000001'
  await using app = await openWithMail([
    {
      subject: 'Forged',
      headers: ['Content-Type: text/plain; charset=utf-8'],
      body: `payroll ${mark(`u:${id}`)} \uE000ktasks\uE001task`,
    },
  ])
  const other = { ...neighbour(app), id }
  for (const q of [
    'payroll',
    '',
    'forged',
    mark(`u:${app.owner.id}`),
    `"${mark(`u:${app.owner.id}`)}"`,
    `list:${mark('x').slice(2)}`,
    'marks:x OR payroll',
  ]) {
    const answer = await app.as(other).call(find, { q })
    expect(answer instanceof Failure ? [] : answer.items, q).toEqual([])
  }
  expect(await titles(app, 'type:task')).toEqual([])
  expect(await titles(app, mark(`u:${app.owner.id}`))).toEqual([])
})

it('refuses who is not signed in', async () => {
  await using app = await openWithMail([{}])
  expect((await app.fetch('/api/v1/search?q=hello', { anonymous: true })).status).toBe(401)
})
