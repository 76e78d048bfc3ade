import type { EventDefinition } from '#contract/event.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { asyncDocument } from '../asyncapi/async-document.ts'
import { statusOf } from '../error-table.ts'
import { inputShape, typesOf, type JsonSchema } from '../input-shape.ts'
import { wholePath } from '#contract/api-prefix.ts'
import { apiDocument } from './api-document.ts'

/** The parts of a registry that the committed contracts are written from. */
export interface Contracts {
  public: readonly AnyOperation[]
  events: ReadonlyMap<string, EventDefinition<any>>
}

/** The text of contracts/openapi.json. */
export function openapiText(contracts: Contracts): string {
  return `${JSON.stringify(apiDocument(contracts.public), null, 2)}\n`
}

/** The text of contracts/asyncapi.json. */
export function asyncapiText(contracts: Contracts): string {
  return `${JSON.stringify(asyncDocument(contracts), null, 2)}\n`
}

/** The text of contracts/operations.md: what every operation takes and may refuse, for people who review a change. */
export function operationsText(contracts: Contracts): string {
  return `# Operations\n\nWritten by \`npm run generate\`. A contract only grows: what breaks it is a new name.\n\n${contracts.public.map(operationText).join('\n')}`
}

/** The text of contracts/events.md. */
export function eventsText(contracts: Contracts): string {
  const events = [...contracts.events.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const emitters = (event: EventDefinition<any>) =>
    contracts.public
      .filter(({ emits }) => emits.some(({ name }) => name === event.name))
      .map(({ name }) => `\`${name}\``)
  const lines = events.map(
    (event) => `| \`${event.name}\` | ${event.summary} | ${emitters(event).join(', ') || 'Daybook itself'} |`,
  )
  return `# Events\n\nWritten by \`npm run generate\`. Their data holds ids and neutral fields, never personal text.\n\n| Event | Meaning | Emitted by |\n| --- | --- | --- |\n${lines.join('\n')}\n`
}

function operationText(operation: AnyOperation): string {
  const { name, summary, kind, access, agent, http, aliases, errors, emits } = operation
  const { members, required } = inputShape(operation)
  const routes = [http, ...aliases].map(({ method, path }) => `\`${method} ${wholePath(path)}\``)
  const input = [...members].map(
    ([member, schema]) => `\`${member}${required.has(member) ? '' : '?'}\` ${typeText(schema)}`,
  )
  const refusals = Object.entries(errors).map(([code, declaration]) => `\`${code}\` (${statusOf(code, declaration)})`)
  const lines = [
    `## ${name}`,
    '',
    `${summary}.`,
    '',
    `- ${kind}, access ${access}, an assistant asks ${agent.confirm}${operation.startsJob ? ', starts a job' : ''}`,
    `- ${routes.join(', ')}`,
    ...(input.length > 0 ? [`- takes ${input.join(', ')}`] : []),
    ...(refusals.length > 0 ? [`- refuses with ${refusals.join(', ')}`] : []),
    ...(emits.length > 0 ? [`- emits ${emits.map((event) => `\`${event.name}\``).join(', ')}`] : []),
    '',
  ]
  return lines.join('\n')
}

function typeText(schema: JsonSchema): string {
  return [...typesOf(schema)].join(' or ') || 'anything'
}
