import type { Tool } from '@modelcontextprotocol/sdk/types.js'
import type { AnyOperation } from '#contract/operation.ts'
import { inputSchemaOf, outputSchemaOf } from './tool-schema.ts'

const tools = new WeakMap<AnyOperation, Tool>()

/** An operation as a tool of its own. */
export function operationTool(operation: AnyOperation): Tool {
  const known = tools.get(operation)
  if (known) return known
  const { name, summary, agent } = operation
  const tool: Tool = {
    name: toolName(name),
    title: summary,
    description: `${summary}. ${ASKS[agent.confirm]}`.trim(),
    inputSchema: inputSchemaOf(operation) as Tool['inputSchema'],
    outputSchema: outputSchemaOf(operation) as NonNullable<Tool['outputSchema']>,
    annotations: annotationsOf(operation),
  }
  tools.set(operation, tool)
  return tool
}

/** `tasks.create` as `tasks_create`: clients take letters, digits, `_` and `-`. */
export function toolName(operation: string): string {
  return operation.replace('.', '_')
}

/** Hints, by which a client may decide whom to ask; the kernel trusts none of them. */
function annotationsOf({ kind, http, agent, summary }: AnyOperation): NonNullable<Tool['annotations']> {
  const reads = kind === 'query'
  return {
    title: summary,
    readOnlyHint: reads,
    destructiveHint: !reads && (http.method !== 'POST' || agent.confirm === 'always'),
    idempotentHint: reads || http.method === 'PUT' || http.method === 'DELETE',
    openWorldHint: agent.confirm === 'always',
  }
}

const ASKS = {
  never: '',
  ask: 'Its person is asked first, unless they allowed it for good.',
  always: 'Its person is asked every time.',
} as const
