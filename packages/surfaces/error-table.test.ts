import { expect, it } from 'vitest'
import { commonErrors, type ErrorDeclaration } from '#contract/errors.ts'
import { commonFailure } from '#kernel/failure.ts'
import { answerFailure } from './rest/answers.ts'
import { errorTable, statusOf } from './error-table.ts'

it('gives each kind an exit status and an MCP code of its own', () => {
  const shapes = Object.values(errorTable)
  expect(new Set(shapes.map(({ exit }) => exit)).size).toBe(shapes.length)
  expect(new Set(shapes.map(({ mcp }) => mcp)).size).toBe(shapes.length)
  // 0 is success to a shell.
  expect(shapes.every(({ exit, status }) => exit > 0 && exit < 256 && status >= 400 && status < 600)).toBe(true)
})

it('answers each common error with the status its documentation says', async () => {
  for (const [code, declaration] of Object.entries<ErrorDeclaration>(commonErrors)) {
    const response = answerFailure(commonFailure(code as keyof typeof commonErrors), { requestId: 'r', budget: null })
    expect(response.status, code).toBe(statusOf(code, declaration))
    expect(await response.json()).toMatchObject({ code, kind: declaration.kind, status: response.status })
  }
})

it('says when to come back', () => {
  const response = answerFailure(commonFailure('rate-limited', { retryAfter: 1.2 }), {
    requestId: 'r',
    budget: { limit: 100, remaining: 0, resetSeconds: 2, allowed: false },
  })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('2')
  expect(response.headers.get('ratelimit-remaining')).toBe('0')
})
