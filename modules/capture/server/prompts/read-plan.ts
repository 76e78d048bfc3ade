import type { FailureExtra } from '#kernel/failure.ts'
import { Plan } from '../../contract.ts'

type Faults = NonNullable<FailureExtra['errors']>

/** What a plan says, or each place where it cannot be read. */
export type ReadPlan = { ok: true; plan: Plan } | { ok: false; faults: Faults }

/** Faults that are told at once; whoever has more mends these first. */
const MOST = 20

/** Reads a pasted answer as a plan. Programs like to talk around their JSON, and that is passed over. */
export function readPlan(text: string): ReadPlan {
  const json = jsonIn(text)
  if (json === null) return fault('', 'There is no JSON in it: it begins with { and ends with }')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    return fault('', `It is no whole JSON: ${wordsOf(cause)}`)
  }
  // A list alone is meant as the items.
  const read = Plan.safeParse(Array.isArray(value) ? { items: value } : value)
  if (read.success) return { ok: true, plan: read.data }
  const faults = read.error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), message }))
  return { ok: false, faults: faults.slice(0, MOST) }
}

function fault(pointer: string, message: string): ReadPlan {
  return { ok: false, faults: [{ pointer, message }] }
}

/** From the first bracket to the last of its kind. */
function jsonIn(text: string): string | null {
  const start = text.search(/[[{]/)
  if (start < 0) return null
  const end = text.lastIndexOf(text[start] === '{' ? '}' : ']')
  return end < start ? null : text.slice(start, end + 1)
}

/** A place as RFC 6901 writes it: `/items/3/due`. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : 'it ends too soon'
}
