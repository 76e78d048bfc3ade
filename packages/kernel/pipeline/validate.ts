import type { AnyOperation } from '#contract/operation.ts'
import type { FieldError } from '#contract/errors.ts'
import { commonFailure, type Failure } from '../failure.ts'
import { findNul } from './find-nul.ts'

/**
 * The input as its schema reads it, or the members at fault by JSON pointer (RFC 6901). `ours` is what Daybook's own steps
 * hand on: whoever made it keeps U+0000 out of it, and a batch of mail is not walked once more.
 */
export function validate(
  operation: AnyOperation,
  input: unknown,
  { ours = false } = {},
): { value: unknown } | { failure: Failure } {
  const parsed = operation.input.safeParse(input)
  if (parsed.success) return ours ? { value: parsed.data } : refuseNul(parsed.data)
  const errors = parsed.error.issues.flatMap(toFieldErrors).slice(0, 50)
  const code = parsed.error.issues.every(isOfCursor) ? 'bad-cursor' : 'invalid-input'
  return { failure: commonFailure(code, { errors, detail: sentence(errors) }) }
}

/** U+0000 is no text that PostgreSQL can keep; on both databases the same is refused. */
function refuseNul(value: unknown): { value: unknown } | { failure: Failure } {
  const path = findNul(value)
  if (!path) return { value }
  const errors = [{ pointer: toPointer(path), message: 'Text cannot hold the character U+0000' }]
  return { failure: commonFailure('invalid-input', { errors, detail: sentence(errors) }) }
}

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** A cursor that cannot be read; where there are no cursors, one is a member too many. */
function isOfCursor({ code, path }: Issue): boolean {
  return code !== 'unrecognized_keys' && path.length === 1 && path[0] === 'cursor'
}

function toFieldErrors(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      pointer: toPointer([...issue.path, key]),
      message: 'There is no such member',
    }))
  }
  return [{ pointer: toPointer(issue.path), message: issue.message }]
}

function toPointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function sentence(errors: FieldError[]): string {
  const first = errors[0]
  if (!first) return 'The input is not valid'
  return first.pointer ? `${first.pointer.slice(1)}: ${first.message}` : first.message
}
