import type { CustomField, FieldValue } from '../../contract.ts'
import type { CustomFieldRow, FieldValueRow } from './tables.ts'

/** Numbers are kept as whole ten-thousandths, so that both databases compare them alike. */
export const NUMBER_UNIT = 10_000
const LARGEST = 900_000_000_000

type Columns = Pick<FieldValueRow, 'text_value' | 'day_value' | 'number_value'>

const NOTHING: Columns = { text_value: null, day_value: null, number_value: null }

/** A value as its field keeps it; null where the field does not take it. Numbers and flags may be written as text. */
export function toColumns(field: Pick<CustomFieldRow, 'kind' | 'choices'>, value: FieldValue): Columns | null {
  const written = String(value).trim()
  if (field.kind === 'number') return numberColumns(typeof value === 'number' ? value : toNumber(written))
  if (field.kind === 'flag') {
    if (written !== 'true' && written !== 'false') return null
    return { ...NOTHING, number_value: Number(written === 'true') }
  }
  if (typeof value !== 'string' || written === '' || written.length > 1000) return null
  if (field.kind === 'date') return isDay(written) ? { ...NOTHING, day_value: written } : null
  if (field.kind === 'choice' && !(JSON.parse(field.choices) as string[]).includes(written)) return null
  return { ...NOTHING, text_value: written }
}

/** A value as the API shows it. */
export function toValue(kind: CustomField['kind'], row: Columns): FieldValue {
  if (kind === 'number') return row.number_value! / NUMBER_UNIT
  if (kind === 'flag') return row.number_value === 1
  return kind === 'date' ? row.day_value! : row.text_value!
}

function numberColumns(value: number): Columns | null {
  const units = Math.round(value * NUMBER_UNIT)
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST || units / NUMBER_UNIT !== value) return null
  // There is no zero with a minus in a database.
  return { ...NOTHING, number_value: units || 0 }
}

const toNumber = (written: string) => (/^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN)

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false
  const at = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
}
