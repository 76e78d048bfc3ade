import { expect, it } from 'vitest'
import { publicOperations } from '#testing/public-operations.ts'
import { searchOperations } from './search-operations.ts'

const operations = await publicOperations()
const names = (query: string, limit = 5) => searchOperations(operations, query, limit).map(({ name }) => name)

it('finds what words mean by names and summaries', () => {
  expect(names('create task')[0]).toBe('tasks.create')
  expect(names('mark a task done')).toContain('tasks.complete')
  expect(names('trash mail')).toContain('mail.trash')
})

it('puts a whole name first', () => {
  expect(names('mail.get-thread', 1)).toEqual(['mail.get-thread'])
})

it('lists them all without words, and nothing for words that nobody knows', () => {
  expect(names('', 1000)).toHaveLength(operations.length)
  expect(names('xylophone')).toEqual([])
})

it('gives what a call needs', () => {
  const [found] = searchOperations(operations, 'tasks.complete', 1)
  expect(found).toMatchObject({
    name: 'tasks.complete',
    reads: false,
    asksFirst: 'ask',
    inputSchema: { type: 'object' },
  })
})
