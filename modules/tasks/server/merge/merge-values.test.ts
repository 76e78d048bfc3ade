import { expect, it } from 'vitest'
import { TaskValues } from '../../contract.ts'
import { GROUPS, mergeValues } from './merge-values.ts'

const NOW = 1_000
const merge = (now: TaskValues, base: TaskValues, wanted: TaskValues, madeAt: number) =>
  mergeValues(now, () => NOW, { base, wanted, madeAt })

it('knows every field that a change can name', () => {
  expect([...GROUPS.flat(), 'trashed'].sort()).toEqual(Object.keys(TaskValues.shape).sort())
})

it('writes what nobody else changed, however late it comes', () => {
  expect(merge({ title: 'a' }, { title: 'a' }, { title: 'b' }, 1)).toEqual({ patch: { title: 'b' }, lost: [] })
})

it('leaves what already says so, and what the change did not mean to change', () => {
  expect(merge({ title: 'b' }, { title: 'a' }, { title: 'b' }, 1)).toEqual({ patch: {}, lost: [] })
  expect(merge({ title: 'c' }, { title: 'a' }, { title: 'a' }, 9_999)).toEqual({ patch: {}, lost: [] })
})

it('lets the later of two changes of one field hold, and keeps the other', () => {
  expect(merge({ title: 'theirs' }, { title: 'a' }, { title: 'mine' }, NOW + 1)).toEqual({
    patch: { title: 'mine' },
    lost: [{ values: { title: 'theirs' }, madeAt: NOW }],
  })
  expect(merge({ title: 'theirs' }, { title: 'a' }, { title: 'mine' }, NOW - 1)).toEqual({
    patch: {},
    lost: [{ values: { title: 'mine' }, madeAt: NOW - 1 }],
  })
})

it('keeps what is replaced where nobody knows on what a change was made', () => {
  expect(merge({ title: 'there' }, {}, { title: 'mine' }, NOW + 1).lost).toEqual([
    { values: { title: 'there' }, madeAt: NOW },
  ])
})

it('decides both ends of an estimate together', () => {
  const base = { estimateMin: 20, estimateMax: 45 }
  const now = { estimateMin: 40, estimateMax: 60 }
  expect(merge(now, base, { estimateMin: 20, estimateMax: 30 }, NOW + 1).patch).toEqual({
    estimateMin: 20,
    estimateMax: 30,
  })
})

it('adds and takes away labels of both', () => {
  const { patch, lost } = merge(
    { labels: ['Home', 'new'] },
    { labels: ['home', 'old'] },
    { labels: ['home', 'mine'] },
    1,
  )
  expect(patch).toEqual({ labels: ['Home', 'new', 'mine'] })
  expect(lost).toEqual([])
})

it('keeps the lines that both wrote into the notes, the earlier ones first', () => {
  const base = { notes: 'one\ntwo\nthree' }
  const apart = merge({ notes: 'ONE\ntwo\nthree' }, base, { notes: 'one\ntwo\nthree\nfour' }, NOW + 1)
  expect(apart).toEqual({ patch: { notes: 'ONE\ntwo\nthree\nfour' }, lost: [] })
  expect(merge({ notes: 'theirs' }, { notes: '' }, { notes: 'mine' }, NOW - 1).patch).toEqual({ notes: 'mine\ntheirs' })
  expect(merge({ notes: 'theirs' }, { notes: '' }, { notes: 'mine' }, NOW + 1).patch).toEqual({ notes: 'theirs\nmine' })
})

it('lets what is there hold where a person looks on', () => {
  const change = { base: { notes: '', title: 'a' }, wanted: { notes: 'mine', title: 'mine' }, madeAt: NOW + 1 }
  const { patch, lost } = mergeValues({ notes: 'theirs', title: 'theirs' }, () => NOW, { ...change, yields: true })
  expect(patch).toEqual({})
  expect(lost.map(({ values }) => values)).toEqual([{ title: 'mine' }, { notes: 'mine' }])
})

it('keeps the notes of one as a version where both changed the same line', () => {
  expect(merge({ notes: 'a theirs' }, { notes: 'a' }, { notes: 'a mine' }, NOW + 1)).toEqual({
    patch: { notes: 'a mine' },
    lost: [{ values: { notes: 'a theirs' }, madeAt: NOW }],
  })
})
