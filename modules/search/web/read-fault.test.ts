import { expect, it } from 'vitest'
import { ProblemError } from '#client/problem-error.ts'
import { readFault } from './read-fault.ts'

const badQuery = (errors?: object[]) =>
  new ProblemError({
    type: 'about:blank',
    title: 'Not valid',
    status: 400,
    detail: 'That search cannot be read',
    code: 'bad-query',
    kind: 'validation',
    retryable: false,
    requestId: '1',
    ...(errors && { errors: errors as never }),
  })

it('finds the place and what would mend it', () => {
  const error = badQuery([
    { pointer: '/q', message: 'There is no field "form"', position: 0, length: 5, suggestion: 'from:' },
  ])
  expect(readFault('form:joel', error)).toEqual({
    message: 'There is no field "form"',
    position: 0,
    length: 5,
    suggestion: 'from:',
  })
})

it('means the whole search where no place is named', () => {
  expect(readFault('a b', badQuery())).toEqual({ message: 'That search cannot be read', position: 0, length: 3 })
})

it('stays inside the text', () => {
  expect(readFault('ab', badQuery([{ pointer: '/q', message: 'too long', position: 9, length: 9 }]))).toMatchObject({
    position: 2,
    length: 0,
  })
})
