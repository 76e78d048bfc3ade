import { fieldLines } from './field-lines.ts'
import { tableLines } from './table-lines.ts'

/** Prints an answer: one line of JSON, or a table for a list and aligned fields for a record. */
export function printAnswer(answer: unknown, { json }: { json: boolean }): void {
  if (json) return console.log(JSON.stringify(answer ?? null))
  if (!isRecord(answer)) return console.log(answer === null || answer === undefined ? 'Done.' : String(answer))
  if (isList(answer)) return printList(answer)
  const lines = fieldLines(answer)
  console.log(lines.length > 0 ? lines.join('\n') : 'Done.')
}

function printList({ items, next }: { items: Record<string, unknown>[]; next?: unknown }): void {
  const width = process.stdout.columns || 120
  console.log(items.length > 0 ? tableLines(items, { width, marks: process.stdout.isTTY }).join('\n') : 'Nothing here.')
  if (typeof next === 'string') console.error(`More: repeat this with --cursor ${next}`)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (answer: Record<string, unknown>): answer is { items: Record<string, unknown>[] } =>
  Array.isArray(answer.items) && answer.items.every(isRecord)
