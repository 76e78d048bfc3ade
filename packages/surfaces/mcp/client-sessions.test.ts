import { expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { ClientSessions } from './client-sessions.ts'

const person = (id: string, workspaceId = 'w') => ({ id, workspaceId }) as Actor

/** What a session is told: whether it was closed. */
function transport() {
  const told = { closed: false, close: async () => void (told.closed = true) }
  return told as typeof told & Parameters<ClientSessions['add']>[2]
}

it('is found by the person who opened it, in the workspace it was opened in, and by nobody else', () => {
  const sessions = new ClientSessions()
  const opened = transport()
  sessions.add('one', person('ada'), opened)
  expect(sessions.find('one', person('ada'))).toBe(opened)
  expect(sessions.find('one', person('ben'))).toBeNull()
  expect(sessions.find('one', person('ada', 'elsewhere'))).toBeNull()
  expect(sessions.find('two', person('ada'))).toBeNull()
})

it('makes room for a new one by ending the longest unused of the same person', () => {
  const sessions = new ClientSessions()
  const first = transport()
  const second = transport()
  sessions.add('first', person('ada'), first)
  sessions.add('second', person('ada'), second)
  sessions.add('other', person('ben'), transport())
  sessions.find('first', person('ada'))
  for (let n = 0; n < 19; n++) sessions.add(`more ${n}`, person('ada'), transport())
  expect([first.closed, second.closed]).toEqual([false, true])
  expect(sessions.find('other', person('ben'))).not.toBeNull()
})

it('is bounded over all people', async () => {
  const sessions = new ClientSessions()
  const first = transport()
  sessions.add('first', person('ada'), first)
  for (let n = 0; n < 300; n++) sessions.add(`of ${n}`, person(`person ${n}`), transport())
  expect([sessions.size, first.closed]).toEqual([200, true])
  await sessions.close()
  expect(sessions.size).toBe(0)
})
