import { expect, it } from 'vitest'
import { acceptCapture } from '#modules/tasks/contract.ts'
import { answerQuestion, closeCapture, getCapture, readCaptureAgain, reopenCapture } from '../../contract.ts'
import { dump, openCaptureApp } from '../testing/open-capture-app.ts'

it('follows an answer, skips at will, and takes none that is no answer', async () => {
  await using app = await openCaptureApp({ clock: () => Date.parse('2026-11-18T09:30:00Z') })
  const { id, questions } = await dump(app, 'Passport renewal\nI want to learn Spanish', 'clarify')
  expect(questions.map(({ about }) => about)).toEqual(['kind', 'date'])
  const owner = app.as(app.owner)
  expect(await owner.call(answerQuestion, { id, question: 1, answer: 'giraffe' })).toMatchObject({ code: 'bad-answer' })
  expect(await owner.call(answerQuestion, { id, question: 2, answer: 'soon' })).toMatchObject({ code: 'bad-answer' })
  await app.call(answerQuestion, { id, question: 1 })
  await app.call(answerQuestion, { id, question: 2, answer: '2027-02-18' })
  const answered = await app.call(answerQuestion, { id, question: 2, answer: '2027-11-18' })
  expect(answered.items.map(({ text, kind }) => [kind, text])).toEqual([
    ['task', 'Passport renewal'],
    ['goal', 'Learn Spanish 2027-11-18'],
  ])
  expect(answered.questions).toMatchObject([{ skipped: true, answer: null }, { answer: '2027-11-18' }])
})

it('is read in another way as long as nothing of it was accepted', async () => {
  await using app = await openCaptureApp()
  const { id } = await dump(app, 'Call mum and buy milk and eggs')
  await app.call(readCaptureAgain, { id, way: 'manual' })
  await app.settle()
  expect(await app.call(getCapture, { id })).toMatchObject({
    way: 'manual',
    state: 'open',
    items: [{ text: 'Call mum and buy milk and eggs', chosen: false }],
  })
  const { items } = await app.call(getCapture, { id })
  await app.call(acceptCapture, { id, itemIds: [items[0]!.id] })
  await app.settle()
  expect(await app.as(app.owner).call(readCaptureAgain, { id })).toMatchObject({ code: 'already-accepted' })
})

it('is closed, and taken up again', async () => {
  await using app = await openCaptureApp()
  const { id } = await dump(app, 'Call mum')
  expect(await app.call(closeCapture, { id })).toMatchObject({ state: 'closed' })
  expect(await app.call(reopenCapture, { id })).toMatchObject({ state: 'open' })
})
