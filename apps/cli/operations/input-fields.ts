import type { AnyOperation } from '#contract/operation.ts'
import { inputShape, typesOf, type JsonSchema } from '#surfaces/input-shape.ts'

/** One member of an operation's input as the command line takes it. */
export interface InputField {
  name: string
  /** `dueAt` is written `--due-at`. */
  option: string
  kind: 'flag' | 'number' | 'text' | 'json'
  /** Given more than once, or as the last plain words. */
  repeats: boolean
  nullable: boolean
  required: boolean
  /** Free text, of which several plain words make one. */
  free: boolean
  choices: string[]
  /** `date`, `date-time` or `uuid`, or empty. */
  format: string
  description: string
  default: unknown
}

/** The members of an operation's input, in the order of its contract. */
export function inputFields(operation: AnyOperation): InputField[] {
  const { members, required } = inputShape(operation)
  return [...members].map(([name, schema]) => toField(name, schema, required.has(name)))
}

/** The members that plain words fill, in order: those the contract names, else those of the path. */
export function positionalFields(operation: AnyOperation, fields: InputField[]): InputField[] {
  const inPath = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const names = operation.cli.positional ?? inPath
  return names.map((name) => fields.find((field) => field.name === name)).filter((field) => field !== undefined)
}

/** `dueAt` as `due-at`. */
export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function toField(name: string, schema: JsonSchema, required: boolean): InputField {
  const types = typesOf(schema)
  const repeats = types.has('array')
  const value = repeats ? (schema.items ?? {}) : schema
  const options = [value, ...(value.anyOf ?? [])]
  return {
    name,
    option: toKebab(name),
    kind: kindOf(typesOf(value)),
    repeats,
    nullable: types.has('null'),
    required,
    free: types.has('string') && !options.some(({ format, enum: choices }) => format ?? choices),
    choices: options.flatMap((option) => (option.enum as string[] | undefined) ?? []),
    format:
      options.map(({ format }) => (typeof format === 'string' ? format : '')).find((format) => format !== '') ?? '',
    description: typeof schema.description === 'string' ? schema.description : '',
    default: schema.default,
  }
}

function kindOf(types: Set<string>): InputField['kind'] {
  if (types.has('boolean') && !types.has('number')) return types.has('object') ? 'json' : 'flag'
  if (types.has('object') || types.has('array') || types.size === 0) return 'json'
  if (types.has('string')) return 'text'
  return types.has('number') || types.has('integer') ? 'number' : 'text'
}
