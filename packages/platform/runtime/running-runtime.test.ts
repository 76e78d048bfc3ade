import { expect, it } from 'vitest'
import { runningRuntime } from './running-runtime.ts'

it('tells Bun from Node, although Bun names both', () => {
  expect(runningRuntime({ node: '26.10.0', bun: '1.4.5' } as NodeJS.ProcessVersions)).toEqual({
    name: 'Bun',
    version: '1.4.5',
  })
  expect(runningRuntime({ node: '26.10.0' } as NodeJS.ProcessVersions)).toEqual({ name: 'Node', version: '26.10.0' })
  expect(runningRuntime().name).toBe('Bun' in globalThis ? 'Bun' : 'Node')
})
