import { describe, expect, it } from 'vitest'

import { threadTree, type TreeMessage } from './thread-tree.ts'

const message = (key: string, at: number, ...linked: string[]): TreeMessage => ({
  key,
  messageId: `${key}@x`,
  linked,
  at,
})

describe('the tree of a thread', () => {
  it('puts answers below what they answer, by date', () => {
    const rows = threadTree([
      message('c', 3, 'a@x'),
      message('d', 4, 'a@x', 'b@x'),
      message('b', 2, 'a@x'),
      message('a', 1),
    ])
    expect(rows.map(({ key, depth }) => `${depth}${key}`)).toEqual(['0a', '1b', '2d', '1c'])
  })

  it('hangs an answer on the nearest message that is here', () => {
    const rows = threadTree([message('a', 1), message('c', 3, 'a@x', 'lost@x')])
    expect(rows).toEqual([
      { key: 'a', parent: null, depth: 0 },
      { key: 'c', parent: 'a', depth: 1 },
    ])
  })

  it('leaves out links that close a loop, and loses no message', () => {
    const rows = threadTree([message('a', 1, 'b@x'), message('b', 2, 'a@x'), message('c', 3, 'c@x')])
    expect(rows.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('keeps twins, and a chain as long as it likes', () => {
    const twins = threadTree([message('a', 1), { ...message('b', 2), messageId: 'a@x' }, message('c', 3, 'a@x')])
    expect(twins.map(({ key, depth }) => `${depth}${key}`)).toEqual(['0a', '1c', '0b'])
    const chain = Array.from({ length: 3000 }, (_, n) => message(`m${n}`, n, ...(n > 0 ? [`m${n - 1}@x`] : [])))
    expect(threadTree(chain).at(-1)?.depth).toBe(2999)
  })
})
