import type { AnyOperation } from '#contract/operation.ts'
import { inputFields, positionalFields, type InputField } from './input-fields.ts'

/** How a command is written: `daybook task show ID`. */
export function usageOf(operation: AnyOperation, words: string[]): string {
  const fields = inputFields(operation)
  const places = positionalFields(operation, fields).map((field) => {
    const shown = field.name === operation.cli.file ? 'FILE' : placeholder(field)
    return `${field.required ? shown : `[${shown}]`}${field.repeats ? '…' : ''}`
  })
  const more = fields.length > places.length ? ['[options]'] : []
  return ['daybook', ...words, ...places, ...more].join(' ')
}

/** The options of a command with what they take and mean. */
export function optionsOf(operation: AnyOperation): [string, string][] {
  const fields = inputFields(operation)
  const places = positionalFields(operation, fields)
  const body: [string, string][] = takesBody(operation) ? [['--body FILE', 'The file that is sent']] : []
  const options = fields
    .filter((field) => !places.includes(field))
    .map<[string, string]>((field) => [
      `--${field.option}${field.kind === 'flag' && !field.repeats ? '' : ` ${placeholder(field)}`}`,
      explain(field),
    ])
  return [...body, ...options]
}

/** An endpoint that is not only read takes raw bytes, such as an upload. */
export function takesBody({ kind, http }: AnyOperation): boolean {
  return kind === 'endpoint' && http.method !== 'GET'
}

function placeholder(field: InputField): string {
  if (field.choices.length > 0) return field.choices.join('|')
  if (field.kind === 'number') return 'N'
  if (field.kind === 'json') return 'JSON'
  return FORMATS[field.format] ?? field.option.toUpperCase()
}

const FORMATS: Record<string, string> = { date: 'YYYY-MM-DD', 'date-time': 'TIME', uuid: 'ID' }

function explain(field: InputField): string {
  const parts = [field.description]
  if (field.repeats) parts.push('may be repeated')
  const { default: fallback } = field
  if (
    fallback !== undefined &&
    fallback !== null &&
    fallback !== '' &&
    !(Array.isArray(fallback) && fallback.length === 0)
  ) {
    parts.push(`${Array.isArray(fallback) ? fallback.join(', ') : String(fallback)} by default`)
  }
  return parts.filter((part) => part !== '').join('; ')
}
