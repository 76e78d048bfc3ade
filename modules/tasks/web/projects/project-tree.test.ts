import { expect, it } from 'vitest'
import type { Project } from '#modules/tasks/contract.ts'
import { orderAfterMove, toTree } from './project-tree.ts'

const project = (id: string, parentId: string | null = null) => ({ id, parentId }) as Project
const all = [project('a'), project('b'), project('a1', 'a'), project('a2', 'a'), project('lost', 'gone')]

it('reads a tree from its top, and leaves out nobody whose parent is not there', () => {
  expect(toTree(all).map(({ project: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['a1', 1],
    ['a2', 1],
    ['b', 0],
    ['lost', 0],
  ])
})

it('changes places among those beside it alone', () => {
  expect(orderAfterMove(toTree(all), 'a2', -1)).toEqual(['a', 'a2', 'a1', 'b', 'lost'])
  expect(orderAfterMove(toTree(all), 'a1', -1)).toBeNull()
  expect(orderAfterMove(toTree(all), 'b', -1)?.filter((id) => id.length === 1)).toEqual(['b', 'a'])
})
