import type { Tool } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { envelopeSchema } from './tool-schema.ts'

/** The arguments of the tools that are not operations. */
export const SearchArguments = z.strictObject({
  query: z.string().max(200).default('').describe('Words such as "create task", or a whole name; empty lists them all'),
  limit: z.number().int().min(1).max(50).default(8),
})
export const ExecuteArguments = z.strictObject({
  operation: z.string().max(100).describe('A name that search_operations gave, such as tasks.create'),
  input: z.record(z.string(), z.unknown()).default({}).describe('What its inputSchema asks for'),
})
export const AwaitArguments = z.strictObject({
  id: z.uuid().describe('The id of the approval'),
  seconds: z.number().int().min(0).max(50).default(25).describe('How long to wait for the answer'),
})

/** The tools beside the pinned operations: they reach everything else. */
export const generalTools: Tool[] = [
  {
    name: 'search_operations',
    title: 'Search operations',
    description:
      'Find what Daybook can do, by words. Gives names, input schemas, and whether the person is asked first.',
    inputSchema: schemaOf(SearchArguments),
    outputSchema: envelopeSchema({
      type: 'object',
      properties: { items: { type: 'array' }, total: { type: 'integer' } },
    }) as NonNullable<Tool['outputSchema']>,
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
  {
    name: 'execute_operation',
    title: 'Execute an operation',
    description:
      'Call any operation that search_operations found. What changes something may wait for the approval of the person.',
    inputSchema: schemaOf(ExecuteArguments),
    outputSchema: envelopeSchema() as NonNullable<Tool['outputSchema']>,
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  },
  {
    name: 'await_approval',
    title: 'Await an approval',
    description:
      'Wait for the person to answer a request. When they allowed it, it is carried out and its result given.',
    inputSchema: schemaOf(AwaitArguments),
    outputSchema: envelopeSchema() as NonNullable<Tool['outputSchema']>,
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  },
]

function schemaOf(schema: z.ZodType): Tool['inputSchema'] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>
  return rest as Tool['inputSchema']
}
