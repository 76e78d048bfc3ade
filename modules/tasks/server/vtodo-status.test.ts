import { expect, it } from 'vitest'
import { TaskStatus } from '../contract.ts'
import { fromVtodoStatus, toVtodoStatus } from './vtodo-status.ts'

it('loses nothing on the way to a calendar and back', () => {
  for (const status of TaskStatus.options) expect(fromVtodoStatus(toVtodoStatus(status), status)).toBe(status)
})

it('takes a new status from a calendar', () => {
  expect(fromVtodoStatus('NEEDS-ACTION')).toBe('inbox')
  expect(fromVtodoStatus('IN-PROCESS', 'next')).toBe('doing')
  expect(fromVtodoStatus('NEEDS-ACTION', 'doing')).toBe('next')
  expect(fromVtodoStatus('NEEDS-ACTION', 'done')).toBe('next')
  expect(fromVtodoStatus('COMPLETED', 'waiting')).toBe('done')
  expect(fromVtodoStatus('CANCELLED')).toBe('dropped')
})
