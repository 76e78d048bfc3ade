import { expect, it } from 'vitest'
import { systemActor } from '../actor.ts'
import type { Caller } from '../kernel.ts'
import { addNote, listNotes } from '#testing/notes/contract.ts'
import { Limits } from './limits.ts'

const person = (id: string): Caller => ({
  actor: { ...systemActor('x', 'w', null), id, kind: 'person' },
  surface: 'test',
  requestId: '',
  address: '10.0.0.1',
})
const nobody = (address: string): Caller => ({ actor: null, surface: 'test', requestId: '', address })
const limits = () => new Limits({ anonymousPerMinute: 6, authPerMinute: 3, signedInPerMinute: 60 })

it('lets a person spend a minute’s budget at once and no more', () => {
  const all = limits()
  const allowed = Array.from({ length: 100 }, () => all.spend(addNote, person('ada'), 0)).filter(
    (budget) => budget.allowed,
  )
  expect(allowed).toHaveLength(60)
  expect(all.spend(addNote, person('ada'), 0)).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 })
})

it('earns back evenly', () => {
  const all = limits()
  for (let n = 0; n < 60; n++) all.spend(addNote, person('ada'), 0)
  expect(all.spend(addNote, person('ada'), 999).allowed).toBe(false)
  expect(all.spend(addNote, person('ada'), 1000).allowed).toBe(true)
  expect(all.spend(addNote, person('ada'), 1000).allowed).toBe(false)
  expect(all.look(addNote, person('ada'), 61_000)).toMatchObject({ allowed: true, remaining: 60 })
})

it('counts each person and each operation apart, and strangers by address', () => {
  const all = limits()
  for (let n = 0; n < 61; n++) all.spend(addNote, person('ada'), 0)
  expect(all.spend(listNotes, person('ada'), 0).allowed).toBe(true)
  expect(all.spend(addNote, person('bob'), 0).allowed).toBe(true)
  for (let n = 0; n < 6; n++) all.spend(n % 2 ? addNote : listNotes, nobody('a'), 0)
  expect(all.spend(addNote, nobody('a'), 0).allowed).toBe(false)
  expect(all.spend(addNote, nobody('b'), 0).allowed).toBe(true)
})

it('looks without spending', () => {
  const all = limits()
  for (let n = 0; n < 5; n++) expect(all.look(addNote, person('ada'), 0).remaining).toBe(60)
})
