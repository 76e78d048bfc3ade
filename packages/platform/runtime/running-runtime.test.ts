import { expect, it } from 'vitest'
import { runningRuntime } from './running-runtime.ts'

it('tells Bun from Node, although Bun names both', () => {
  expect(runningRuntime({ ...process.versions, bun: '1.4.5' })).toEqual({
    name: 'Bun',
    version: '1.4.5',
  })
  expect(runningRuntime({ ...process.versions, node: '26.10.0', bun: undefined })).toEqual({
    name: 'Node',
    version: '26.10.0',
  })
  expect(runningRuntime().name).toBe('Bun' in globalThis ? 'Bun' : 'Node')
})
