import { afterAll, beforeAll, expect, it } from 'vitest'
import ICAL from 'ical.js'
import { Failure } from '#kernel/failure.ts'
import {
  completeTask,
  createFeed,
  createProject,
  createTask,
  listFeeds,
  revokeFeed,
  setRecurrence,
  updateTask,
} from '#modules/tasks/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { addMember } from './add-member.ts'

let app: TestApp
beforeAll(async () => {
  app = await openAppOf(['identity', 'connections', 'mail', 'capture', 'tasks', 'search'])
})
afterAll(() => app[Symbol.asyncDispose]())

const read = (path: string, headers: Record<string, string> = {}) => app.fetch(path, { anonymous: true, headers })

async function parsed(path: string) {
  const text = await (await read(path)).text()
  return { text, calendar: new ICAL.Component(ICAL.parse(text)) }
}

it('is a calendar that another parser reads: to-dos and events with all they say', async () => {
  const { path, id } = await app.call(createFeed, { name: 'Phone; of Ada' })
  const title = 'Pay, then rest; or \\ not 🌷 ' + 'ü'.repeat(80)
  const task = await app.call(createTask, {
    title,
    notes: 'First line\nSecond, line; and \\ a third\u0007',
    priority: 3,
    status: 'next',
    dueAt: '2026-12-01T09:30:00Z',
    estimateMax: 45,
    labels: ['home', 'a,b'],
  })
  const day = await app.call(createTask, { title: 'A whole day', startOn: '2026-12-01', deadlineOn: '2026-12-03' })
  const done = await app.call(createTask, { title: 'Over already', status: 'next' })
  await app.call(completeTask, { id: done.id })

  const { text, calendar } = await parsed(path)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text).toContain('\r\nNAME:Phone\\; of Ada\r\n')
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Phone  of Ada')
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
  const todos = calendar.getAllSubcomponents('vtodo')
  const byUid = (uid: string) =>
    calendar.getAllSubcomponents().find((component) => component.getFirstPropertyValue('uid') === uid)!
  expect(todos).toHaveLength(3)
  const todo = byUid(`${task.id}@daybook`)
  const said = (name: string) => todo.getFirstPropertyValue(name)
  expect(said('summary')).toBe(title)
  expect(said('description')).toBe('First line\nSecond, line; and \\ a third')
  expect(String(said('due'))).toBe('2026-12-01T09:30:00Z')
  expect(said('priority')).toBe(1)
  expect(said('status')).toBe('NEEDS-ACTION')
  expect(todo.getFirstProperty('categories')!.getValues()).toEqual(['home', 'a,b'])
  const event = new ICAL.Event(byUid(`${task.id}-event@daybook`))
  expect(event.duration.toSeconds()).toBe(45 * 60)

  const whole = byUid(`${day.id}@daybook`)
  expect(String(whole.getFirstPropertyValue('due'))).toBe('2026-12-03')
  expect(String(whole.getFirstPropertyValue('dtstart'))).toBe('2026-12-01')
  const ended = byUid(`${done.id}@daybook`)
  expect(ended.getFirstPropertyValue('status')).toBe('COMPLETED')
  expect(ended.getFirstPropertyValue('completed')).toBeTruthy()
  expect((await app.call(listFeeds, {})).items).toMatchObject([{ id, readAt: expect.any(String) }])
})

it('repeats as its rule says, at the same hour on both sides of a change of the clock', async () => {
  const { path } = await app.call(createFeed, {})
  const task = await app.call(createTask, { title: 'Water the ferns', status: 'next', dueAt: '2027-03-22T08:00:00Z' })
  await app.call(setRecurrence, { id: task.id, rule: 'FREQ=WEEKLY;BYDAY=MO', zone: 'Europe/Berlin' } as never)
  const { calendar } = await parsed(path)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const series = calendar
    .getAllSubcomponents('vevent')
    .find((event) => event.getFirstPropertyValue('summary') === 'Water the ferns')!
  expect(String(series.getFirstPropertyValue('uid'))).toMatch(/-series@daybook$/)
  const dates = new ICAL.Event(series).iterator()
  const first = [0, 1, 2].map(() => dates.next()!.toJSDate().toISOString())
  expect(first).toEqual(['2027-03-22T08:00:00.000Z', '2027-03-29T07:00:00.000Z', '2027-04-05T07:00:00.000Z'])
})

it('answers nothing new with 304, and a change with the change', async () => {
  const { path } = await app.call(createFeed, {})
  const first = await read(path)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect((await read(path, { 'if-none-match': etag })).status).toBe(304)
  const task = await app.call(createTask, { title: 'New since' })
  const second = await read(path, { 'if-none-match': etag })
  expect(second.status).toBe(200)
  expect(await second.text()).toContain(`UID:${task.id}@daybook`)
  await app.call(updateTask, { id: task.id, title: 'Newer still' })
  expect(await (await read(path)).text()).toContain(`UID:${task.id}@daybook`)
})

it('is read by its secret alone, which is kept as a hash; revoked, it is not there', async () => {
  const { id, path } = await app.call(createFeed, { name: 'Old phone' })
  const secret = path.split('/')[4]!
  expect((await read(path)).status).toBe(200)
  expect((await read(path.replace(secret, `${secret.slice(0, -1)}x`))).status).toBe(404)
  const rows = await app.daybook.database.read(async (transaction) => [
    ...(await transaction.all('SELECT * FROM tasks_feed')),
    ...(await transaction.all('SELECT * FROM audit_detail')),
    ...(await transaction.all('SELECT * FROM idempotency')),
  ])
  expect(JSON.stringify(rows)).not.toContain(secret)

  const ben = await addMember(app, 'Ben')
  expect(await app.as(ben).call(revokeFeed, { id })).toBeInstanceOf(Failure)
  expect(await app.as(ben).call(listFeeds, {})).toEqual({ items: [] })
  await app.call(revokeFeed, { id })
  expect((await read(path)).status).toBe(404)
})

it('shows a person their own tasks and those they help with, and nothing private of others', async () => {
  const cleo = await addMember(app, 'Cleo')
  const feed = await app.as(cleo).call(createFeed, {})
  const { path } = feed as Exclude<typeof feed, Failure>
  const assignees = [{ userId: cleo.id, role: 'helper' as const }]
  await app.call(createTask, { title: 'Cleo helps', assignees })
  const secret = await app.call(createProject, { name: 'Private', visibility: 'private' })
  await app.call(createTask, { title: 'Cleo may not see', projectId: secret.id, assignees })
  await app.call(createTask, { title: 'Nothing of hers' })
  const text = await (await read(path)).text()
  expect(text).toContain('SUMMARY:Cleo helps')
  expect(text).not.toContain('may not see')
  expect(text).not.toContain('Nothing of hers')
})
