import { expect, it } from 'vitest'
import { cancelJob, jobChanged } from '#kernel/builtin/contract.ts'
import { updateSample } from '../testing/sample-contract.ts'
import { eventsText, openapiText, operationsText } from './contracts-snapshot.ts'

const contracts = {
  public: [cancelJob, updateSample],
  events: new Map([[jobChanged.name, jobChanged]]),
}

it('writes the API document for review, the same each time', () => {
  expect(openapiText(contracts)).toBe(openapiText(contracts))
  expect(JSON.parse(openapiText(contracts)).openapi).toBe('3.1.1')
})

it('writes what an operation takes and refuses', () => {
  expect(operationsText(contracts)).toContain(`## sample.update

Change a sample.

- command, access member, an assistant asks ask
- \`PATCH /api/v1/samples/{id}\`
- takes \`id\` string, \`rev?\` integer, \`title?\` string
- refuses with \`sample-not-found\` (404)
`)
})

it('writes who emits an event', () => {
  expect(eventsText(contracts)).toContain('| `jobs.changed` | A job began or ended | `jobs.cancel` |')
})
