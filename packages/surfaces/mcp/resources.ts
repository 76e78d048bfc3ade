import type { z } from 'zod'
import type { AnyOperation } from '#contract/operation.ts'
import { idKinds } from '#contract/schema.ts'
import { commonFailure, type Failure } from '#kernel/failure.ts'
import { inputShape } from '../input-shape.ts'
import { executeAs } from './approvals.ts'
import { withheldBecause } from './reach.ts'
import type { ToolCall } from './tool-call.ts'
import { FOREIGN, MOST_CHARACTERS } from './tool-result.ts'

/** A kind of record that can be read by its id alone. */
export interface RecordKind {
  kind: string
  read: AnyOperation
}

const ADDRESS = /^daybook:\/\/([a-z][a-z0-9.-]*)\/([0-9a-f-]{36})$/

/** The kinds of records whose query needs nothing but their id: `GET /tasks/{id}` reads a `tasks.task`. */
export function recordKinds(operations: readonly AnyOperation[]): RecordKind[] {
  const kinds = new Map<string, AnyOperation>()
  for (const operation of operations) {
    const kind = kindRead(operation)
    if (kind !== null && !kinds.has(kind)) kinds.set(kind, operation)
  }
  return [...kinds].map(([kind, read]) => ({ kind, read }))
}

/** `daybook://tasks.task/ID` taken apart, or null. */
function parseAddress(uri: string): { kind: string; id: string } | null {
  const match = ADDRESS.exec(uri)
  return match && { kind: match[1]!, id: match[2]! }
}

function kindRead(operation: AnyOperation): string | null {
  if (operation.kind !== 'query' || withheldBecause(operation) !== null) return null
  if (!/^\/[\w/-]+\/\{id\}$/.test(operation.http.path)) return null
  const { required } = inputShape(operation)
  if (required.size !== 1 || !required.has('id')) return null
  const member = (operation.input as unknown as { shape?: Record<string, z.ZodType> }).shape?.id
  return (member && idKinds.get(member)?.kind) ?? null
}

/** The record at an address as JSON text, marked as data as every answer is. */
export async function readRecord(call: ToolCall, uri: string): Promise<string | Failure> {
  const address = parseAddress(uri)
  const found = address && recordKinds(call.kernel.registry.public).find(({ kind }) => kind === address.kind)
  if (!found) return commonFailure('operation-not-found', { detail: `${uri.slice(0, 200)} is no address of a record` })
  const outcome = await executeAs(call, found.read, { id: address.id })
  if (outcome.status === 'refused') return outcome.failure
  const text = JSON.stringify({ note: FOREIGN, record: outcome.status === 'done' ? outcome.output : null })
  if (text.length <= MOST_CHARACTERS) return text
  const detail = `The record has ${text.length} characters, more than the ${MOST_CHARACTERS} that fit`
  return commonFailure('body-too-large', { detail })
}
