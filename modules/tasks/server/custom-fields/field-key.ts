import { fieldNames } from '#base/query/field-table.ts'
import { taskFields } from '../../contract.ts'

/** Words that filters know already, and those that other fields have. */
export function isKeyTaken(key: string, others: readonly string[]): boolean {
  return others.includes(key) || fieldNames(taskFields).includes(key)
}

/** A word for filters out of a name: `Größe (cm)` becomes `grosse-cm`. Where nothing is left or it is taken, a number helps. */
export function keyOfName(name: string, others: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 26)
  const base = plain || 'field'
  let key = base
  for (let n = 2; isKeyTaken(key, others); n++) key = `${base}-${n}`
  return key
}
