import type { AnyOperation } from '#contract/operation.ts'
import { scan, type OptionKind, type Scanned } from '../arguments/scan.ts'
import { usageError } from '../arguments/usage-error.ts'
import { inputFields, positionalFields, type InputField } from './input-fields.ts'
import { readJson } from './read-json.ts'
import { takesBody, usageOf } from './usage.ts'

/** What a command line says to an operation. */
export interface ReadInput {
  input: Record<string, unknown>
  /** The local path that stands where the operation takes an upload. */
  file: string | null
  /** The local path of an endpoint's raw body. */
  body: string | null
}

/** Reads plain words and options into an operation's input; what the schema refuses is left for the server to say. */
export async function readInput(operation: AnyOperation, words: string[], argv: string[]): Promise<ReadInput> {
  const fields = inputFields(operation)
  const known = new Map<string, OptionKind>(
    fields.map(({ option, kind, repeats }) => [option, kind === 'flag' && !repeats ? 'flag' : 'value']),
  )
  known.set('input', 'value')
  if (takesBody(operation)) known.set('body', 'value')
  const scanned = scan(argv, known)
  const given = scanned.options.get('input')?.at(-1)
  const input: Record<string, unknown> = given ? await readJson(given) : {}

  for (const field of fields) {
    const values = scanned.options.get(field.option)
    if (values)
      input[field.name] = field.repeats ? values.map((value) => convert(field, value)) : convert(field, values.at(-1)!)
  }
  placeWords(operation, fields, scanned, input, words)
  for (const { name, required } of fields) {
    if (required && input[name] === undefined)
      throw usageError(`${name} is missing`, `Usage: ${usageOf(operation, words)}`)
  }

  const member = operation.cli.file
  const file = member && typeof input[member] === 'string' ? input[member] : null
  return { input, file, body: scanned.options.get('body')?.at(-1) ?? null }
}

/** The plain words fill the positional members in order; the last takes all that is left. */
function placeWords(
  operation: AnyOperation,
  fields: InputField[],
  { words }: Scanned,
  input: Record<string, unknown>,
  command: string[],
): void {
  const places = positionalFields(operation, fields)
  const left = [...words]
  for (const [index, field] of places.entries()) {
    if (left.length === 0) return
    const last = index === places.length - 1
    if (last && field.repeats) input[field.name] = left.splice(0).map((word) => convert(field, word))
    else if (last && field.free) input[field.name] = left.splice(0).join(' ')
    else input[field.name] = convert(field, left.shift()!)
  }
  if (left.length > 0) throw usageError(`"${left[0]}" is one word too many`, `Usage: ${usageOf(operation, command)}`)
}

function convert(field: InputField, text: string | null): unknown {
  if (text === null) return field.repeats ? [] : null
  if (field.kind === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (field.kind === 'flag') return FLAG_WORDS[text.toLowerCase()] ?? text
  return field.kind === 'json' ? parsedOrText(text) : text
}

const FLAG_WORDS: Record<string, boolean> = { true: true, yes: true, on: true, false: false, no: false, off: false }

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A bare word where any JSON value may stand: `daybook settings update name dark`.
    return text
  }
}
