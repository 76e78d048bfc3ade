import { expect, it } from 'vitest'
import { jobChanged } from '#kernel/builtin/contract.ts'
import { publicOperations } from '#testing/public-operations.ts'
import { taskCompleted } from '#modules/tasks/contract.ts'
import { eventsText, openapiText, operationsText } from './contracts-snapshot.ts'

const contracts = { public: await publicOperations(), events: new Map([taskCompleted, jobChanged].map((event) => [event.name, event])) }

it('writes the API document for review, the same each time', () => {
  expect(openapiText(contracts)).toBe(openapiText(contracts))
  expect(JSON.parse(openapiText(contracts)).openapi).toBe('3.1.1')
})

it('writes what an operation takes and refuses', () => {
  expect(operationsText(contracts)).toContain(`## tasks.complete

Mark a task as done.

- command, access member, an assistant asks ask
- \`POST /api/v1/tasks/{id}/complete\`
- takes \`id\` string, \`rev?\` integer
- refuses with \`task-not-found\` (404), \`already-done\` (409)
- emits \`tasks.completed\`
`)
})

it('writes who emits an event', () => {
  expect(eventsText(contracts)).toContain('| `tasks.completed` | A task was done | `tasks.update`, `tasks.complete` |')
})
