import { describe, expect, it } from 'vitest'
import type { OperationKind } from '#contract/operation.ts'
import { scopeAllows, scopesWithin } from './scopes.ts'

const operation = (name: string, kind: OperationKind = 'query', method = 'GET') => ({
  name,
  kind,
  http: { method, path: '/' },
})

describe('the scopes of a token', () => {
  it('are none for a session, which may do all its person may', () => {
    expect(scopeAllows(null, operation('admin.list-users'))).toBe(true)
    expect(scopeAllows([], operation('tasks.list'))).toBe(false)
  })

  it('tell reading from writing', () => {
    expect(scopeAllows(['read'], operation('tasks.list'))).toBe(true)
    expect(scopeAllows(['read'], operation('jobs.watch', 'stream'))).toBe(true)
    expect(scopeAllows(['read'], operation('mail.source', 'endpoint', 'GET'))).toBe(true)
    expect(scopeAllows(['read'], operation('uploads.create', 'endpoint', 'POST'))).toBe(false)
    expect(scopeAllows(['read'], operation('tasks.create', 'command', 'POST'))).toBe(false)
    expect(scopeAllows(['write'], operation('tasks.create', 'command', 'POST'))).toBe(true)
    expect(scopeAllows(['write'], operation('tasks.list'))).toBe(false)
  })

  it('may be of one module', () => {
    expect(scopeAllows(['tasks:read'], operation('tasks.list'))).toBe(true)
    expect(scopeAllows(['tasks:read'], operation('mail.list'))).toBe(false)
    expect(scopeAllows(['tasks:write'], operation('tasks.create', 'command', 'POST'))).toBe(true)
    expect(scopeAllows(['tasks:write'], operation('tasks.list'))).toBe(false)
    expect(scopeAllows(['task:read'], operation('tasks.list'))).toBe(false)
  })

  it('reach administration only by its own', () => {
    for (const scopes of [
      ['read', 'write'],
      ['admin:read', 'admin:write'],
    ])
      expect(scopeAllows(scopes, operation('admin.list-users'))).toBe(false)
    expect(scopeAllows(['admin'], operation('admin.list-users'))).toBe(true)
    expect(scopeAllows(['admin'], operation('admin.suspend-user', 'command', 'POST'))).toBe(true)
    expect(scopeAllows(['admin'], operation('tasks.list'))).toBe(false)
  })
})

describe('a token that makes a token', () => {
  it('never gives more than it has', () => {
    expect(scopesWithin(['read', 'admin'], null)).toBe(true)
    expect(scopesWithin(['tasks:read'], ['read'])).toBe(true)
    expect(scopesWithin(['tasks:read'], ['tasks:read', 'write'])).toBe(true)
    expect(scopesWithin(['read'], ['tasks:read'])).toBe(false)
    expect(scopesWithin(['tasks:write'], ['read'])).toBe(false)
    expect(scopesWithin(['admin'], ['read', 'write'])).toBe(false)
  })
})
