import { describe, expect, it } from 'vitest'
import { linksOf } from './links-of.ts'
import {
  createRule,
  dismissSuggestedTask,
  getSuggestedTask,
  listSuggestedTasks,
  type SuggestedTask,
} from '#modules/mail/contract.ts'
import { approveSuggestion, getTask, listTasks, undoApproval } from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { codeOf, neighbour, openSearchedApp, stranger } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { arrive, arriveAgain } from './arrive.ts'

const now = new Date().toUTCString()
const ask = mailText({ subject: 'Offer', id: 'ask', date: now, body: 'Hello Bo.\n\nPlease sign the offer.\n' })

describe('a task that a message suggests', () => {
  it('is only suggested, once, and made a task linked with its message when a person approves', async () => {
    await using app = await openSearchedApp()
    const [messageId] = await arrive(app, [ask])
    await arriveAgain(app, [messageId!])
    const [suggestion, ...more] = await suggested(app)
    expect(more).toEqual([])
    expect(suggestion).toMatchObject({ messageId, title: 'Sign the offer', quote: 'Please sign the offer.' })
    expect((await app.call(listTasks, {})).items).toEqual([])

    const task = await app.call(approveSuggestion, { id: suggestion!.id })
    await app.settle()
    expect(task).toMatchObject({ title: 'Sign the offer' })
    expect(await linksOf(app, { kind: 'mail.message', id: messageId! })).toContain(`tasks.task ${task.id}`)
    expect(await linksOf(app, { kind: 'tasks.task', id: task.id })).toContain(`mail.message ${messageId}`)
    expect(await app.call(getSuggestedTask, { id: suggestion!.id })).toMatchObject({ state: 'approved' })
    expect(await suggested(app)).toEqual([])
    const again = app.as(app.owner)
    expect(codeOf(await again.call(approveSuggestion, { id: suggestion!.id }))).toBe('already-approved')
    expect(codeOf(await again.call(dismissSuggestedTask, { id: suggestion!.id }))).toBe('already-approved')
  })

  it('is suggested again when making a task of it is taken back, and becomes another task then', async () => {
    await using app = await openSearchedApp()
    await arrive(app, [ask])
    const [{ id } = never()] = await suggested(app)
    expect(codeOf(await app.as(app.owner).call(undoApproval, { id }))).toBe('not-approved')
    const task = await app.call(approveSuggestion, { id })
    await app.settle()
    await app.call(undoApproval, { id })
    await app.settle()
    expect((await app.call(getTask, { id: task.id })).deletedAt).not.toBeNull()
    expect(await suggested(app)).toMatchObject([{ id, state: 'open' }])
    expect(codeOf(await app.as(app.owner).call(undoApproval, { id }))).toBe('not-approved')

    const other = await app.call(approveSuggestion, { id })
    await app.settle()
    expect(other.id).not.toBe(task.id)
    expect(await suggested(app)).toEqual([])
  })

  it('is dismissed, and that is taken back', async () => {
    await using app = await openSearchedApp()
    await arrive(app, [ask])
    const [{ id } = never()] = await suggested(app)
    await app.call(dismissSuggestedTask, { id })
    expect(await suggested(app)).toEqual([])
    await app.call(dismissSuggestedTask, { id, dismissed: false })
    expect(await suggested(app)).toHaveLength(1)
  })

  it('is not looked for in mail of lists or of long ago', async () => {
    await using app = await openSearchedApp()
    const body = 'Please sign the offer.'
    await arrive(app, [
      mailText({ subject: 'List', id: 'l', date: now, body, headers: ['List-Id: <all.example.test>'] }),
      mailText({ subject: 'Old', id: 'o', date: 'Mon, 02 Mar 2020 10:00:00 +0000', body }),
    ])
    expect(await suggested(app)).toEqual([])
  })

  it('is nobody else’s', async () => {
    await using app = await openSearchedApp()
    await arrive(app, [ask])
    const [{ id } = never()] = await suggested(app)
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(approveSuggestion, { id }))).toBe('suggestion-not-found')
      expect(codeOf(await app.as(actor).call(undoApproval, { id }))).toBe('suggestion-not-found')
      expect(codeOf(await app.as(actor).call(dismissSuggestedTask, { id }))).toBe('suggestion-not-found')
      expect(await app.as(actor).call(listSuggestedTasks, {})).toMatchObject({ items: [] })
    }
  })
})

it('a rule makes one task of a message, however often it is told', async () => {
  await using app = await openSearchedApp()
  await app.call(createRule, { name: 'Tasks', query: 'subject:offer', actions: { makeTask: true } })
  const [messageId] = await arrive(app, [ask])
  await arriveAgain(app, [messageId!])
  const { items } = await app.call(listTasks, {})
  expect(items.map(({ title }) => title)).toEqual(['Offer'])
  expect(await linksOf(app, { kind: 'mail.message', id: messageId! })).toEqual([`tasks.task ${items[0]!.id}`])
})

async function suggested(app: TestApp): Promise<SuggestedTask[]> {
  return (await app.call(listSuggestedTasks, {})).items
}

function never(): never {
  throw new Error('There is no suggestion')
}
