import { createHash } from 'node:crypto'
import { stableJson } from '#base/stable-json.ts'

/** What was shown to the person and nothing else: the SHA-256 (hex) of an operation's name and its input. */
export function digestOf(operation: string, input: unknown): string {
  return createHash('sha256').update(stableJson({ operation, input })).digest('hex')
}
