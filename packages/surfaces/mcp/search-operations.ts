import type { AnyOperation } from '#contract/operation.ts'
import type { JsonSchema } from '../input-shape.ts'
import { inputSchemaOf } from './tool-schema.ts'

/** An operation as a search shows it: enough to call it. */
export interface FoundOperation {
  name: string
  summary: string
  reads: boolean
  asksFirst: AnyOperation['agent']['confirm']
  inputSchema: JsonSchema
  example: unknown
}

/** The operations that fit some words best. Words of a name count more than those of a summary; a whole name is first. */
export function searchOperations(operations: readonly AnyOperation[], query: string, limit: number): FoundOperation[] {
  const words = wordsOf(query)
  const scored = operations
    .map((operation) => ({ operation, score: operation.name === query.trim() ? Infinity : scoreOf(operation, words) }))
    .filter(({ score }) => score > 0 || words.length === 0)
  return scored
    .sort((a, b) => b.score - a.score || (a.operation.name < b.operation.name ? -1 : 1))
    .slice(0, limit)
    .map(({ operation }) => toFound(operation))
}

function scoreOf({ name, summary }: AnyOperation, words: readonly string[]): number {
  const inName = wordsOf(name)
  const inSummary = wordsOf(summary)
  return words.reduce((sum, word) => sum + 3 * closeness(word, inName) + closeness(word, inSummary), 0)
}

/** 1 for the word itself, less for one that begins like it, such as `task` and `tasks`. */
function closeness(word: string, among: readonly string[]): number {
  if (among.includes(word)) return 1
  return among.some((other) => other.startsWith(word) || (other.length > 3 && word.startsWith(other))) ? 0.6 : 0
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function toFound(operation: AnyOperation): FoundOperation {
  const { name, summary, kind, agent, example } = operation
  return {
    name,
    summary,
    reads: kind === 'query',
    asksFirst: agent.confirm,
    inputSchema: inputSchemaOf(operation),
    example,
  }
}
