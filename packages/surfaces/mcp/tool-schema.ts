import { z } from 'zod'
import type { AnyOperation } from '#contract/operation.ts'
import { inputShape, type JsonSchema } from '../input-shape.ts'

/** What every tool answers: how it went, and its output, its refusal, or the approval it waits for. */
const envelope: Record<string, JsonSchema> = {
  status: {
    type: 'string',
    enum: ['done', 'refused', 'waiting-for-approval', 'denied', 'expired'],
    description: 'How the call went',
  },
  note: { type: 'string', description: 'What to know about this result' },
  approval: {
    type: 'object',
    description: 'The request that waits for the person',
    properties: { id: { type: 'string' }, operation: { type: 'string' }, expiresAt: { type: 'string' } },
  },
  problem: {
    type: 'object',
    description: 'Why it was refused (RFC 9457), with what to do about it',
    properties: { code: { type: 'string' }, detail: { type: 'string' }, remedy: { type: 'string' } },
  },
}

/** The members of a tool's arguments, as the operation's schema says. */
export function inputSchemaOf(operation: AnyOperation): JsonSchema & { type: 'object' } {
  const { $schema: _, ...schema } = inputShape(operation).schema
  return { ...schema, type: 'object' }
}

/** The schema of a tool's structured content, with the operation's own output in it. */
export function outputSchemaOf(operation: AnyOperation): JsonSchema & { type: 'object' } {
  const schema = z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }) as JsonSchema
  const { $schema: _, $defs, ...output } = schema
  return envelopeSchema(output, $defs)
}

/** The schema of the content of a tool whose output is of any shape. */
export function envelopeSchema(
  output: JsonSchema = { description: 'What the operation answered' },
  $defs?: Record<string, JsonSchema>,
): JsonSchema & { type: 'object' } {
  return { type: 'object', properties: { ...envelope, output }, required: ['status'], ...($defs && { $defs }) }
}
