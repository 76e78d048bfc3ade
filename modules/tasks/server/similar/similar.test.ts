import { expect, it } from 'vitest'
import { plansOf, spyOnReads } from '#testing/query-plans.ts'
import { createTask, deleteTask, findSimilarTasks, updateTask } from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'
import { likeness, wordOf, wordsOfTitle } from './words-of-title.ts'

it('compares titles by the words that tell, whatever their ending, case and order', () => {
  expect(wordsOfTitle('Send the invoices to Zoë')).toEqual(['send', 'invoic', 'zoe'])
  expect(wordOf('Send the invoices to Zoë')).toBe('invoic')
  expect(wordOf('🎉')).toBeNull()
  expect(wordsOfTitle('The The')).toEqual(['the'])
  expect(likeness(['a', 'b'], ['b', 'a'])).toBe(1)
  expect(likeness([], [])).toBe(0)
})

it('finds open tasks that say nearly the same, most alike first', async () => {
  await using app = await openTasksApp()
  const exact = await app.call(createTask, { title: 'Invoice: send to Ada!' })
  const near = await app.call(createTask, { title: 'Send the invoice again to Ada' })
  await app.call(createTask, { title: 'Send flowers to Ada' })
  const { items } = await app.call(findSimilarTasks, { titles: ['send invoice to ada', 'Paint the fence'] })
  expect(items.map(({ similar }) => similar.map(({ id, percent }) => [id, percent]))).toEqual([
    [
      [exact.id, 100],
      [near.id, 75],
    ],
    [],
  ])
})

it('follows a title that changes, and forgets what is in the trash; no other workspace is told', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Mow the lawn' })
  const similar = async (title: string) => (await app.call(findSimilarTasks, { titles: [title] })).items[0]!.similar
  await app.call(updateTask, { id, title: 'Prune the roses' })
  expect(await similar('Mow the lawn')).toEqual([])
  expect(await similar('prune roses')).toMatchObject([{ id }])
  expect(await app.as(stranger(app)).call(findSimilarTasks, { titles: ['prune roses'] })).toMatchObject({
    items: [{ similar: [] }],
  })
  await app.call(deleteTask, { id })
  expect(await similar('prune roses')).toEqual([])
})

it('looks each word up in the index and walks no list', async () => {
  await using app = await openTasksApp()
  for (let n = 0; n < 20; n++) await app.call(createTask, { title: `Meeting number ${n}` })
  const statements = spyOnReads(app, 'tasks_task')
  await app.call(findSimilarTasks, { titles: ['Meeting number 3'] })
  const plans = [...(await plansOf(app, statements)).values()]
  expect(plans).toMatchObject([
    { scans: [], indexes: expect.arrayContaining(['tasks_task_by_workspace_id_title_word_id']) },
  ])
})
