import { expect, it } from 'vitest'
import { systemActor, type Actor } from '../actor.ts'
import { isInPerson } from './is-in-person.ts'

const ada: Actor = { ...systemActor('x', 'w', null), id: 'ada', kind: 'person', role: 'member', sessionId: 's' }

it('is a person with a session, or on the machine itself', () => {
  expect(isInPerson(ada)).toBe(true)
  expect(isInPerson({ ...ada, sessionId: null })).toBe(true)
})

it('is no token, of whatever sort and scopes, nobody who acts as another, and no part of Daybook', () => {
  expect(isInPerson({ ...ada, scopes: ['read', 'write', 'admin'] })).toBe(false)
  expect(isInPerson({ ...ada, sessionId: null, tokenId: 't' })).toBe(false)
  expect(isInPerson({ ...ada, impersonatorId: 'admin' })).toBe(false)
  expect(isInPerson(systemActor('assistant', 'w', 'ada'))).toBe(false)
})
