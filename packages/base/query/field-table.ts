import type { Comparison } from './types.ts'

/** The fields a caller knows, by name. Names and aliases are of a-z, 0-9, `-` and `_`, a letter first. */
export type FieldTable = Readonly<Record<string, Field>>

export type Field = FilterField | ShortcutField | SortField

/** A field that a record has. */
export type FilterField = TextField | NameField | KeywordField | FlagField | DateField | NumberField

interface Named {
  aliases?: readonly string[]
  /** One sentence for the search builder. */
  summary?: string
}

/** Free text: words, phrases, prefixes. A comma is part of it. */
export interface TextField extends Named {
  kind: 'text'
}

/** Names that people gave, unknown to the table: labels, projects. */
export interface NameField extends Named {
  kind: 'name'
}

/** A closed list: each keyword with its aliases. */
export interface KeywordField extends Named {
  kind: 'keyword'
  values: Readonly<Record<string, readonly string[]>>
}

/** Yes or no. */
export interface FlagField extends Named {
  kind: 'flag'
}

/** A date. `7d` lies 7 days ago, or 7 days ahead where `relative` is `future`. */
export interface DateField extends Named {
  kind: 'date'
  relative?: 'past' | 'future'
  bare?: Comparison
}

/** A number, a size (bytes) or a duration (seconds). `bare` is what a value alone means, by default `=`. */
export interface NumberField extends Named {
  kind: 'number' | 'size' | 'duration'
  names?: Readonly<Record<string, number>>
  bare?: Comparison
}

/** Another way to write a comparison: `before:X` is `date:<X`. */
export interface ShortcutField extends Named {
  kind: 'shortcut'
  of: string
  op: Comparison
}

/** `sort:-key`: the keys a list can be ordered by, each with its aliases. */
export interface SortField extends Named {
  kind: 'sort'
  keys: Readonly<Record<string, readonly string[]>>
}

/** What a typed name stands for. `op` is set where the name itself is the comparison. */
export type ResolvedField =
  | { name: string; field: FilterField; op: Comparison | null }
  | { name: string; field: SortField; op: null }

/** The field that a typed name or alias stands for, in any case; null where there is none. */
export function findField(table: FieldTable, typed: string): ResolvedField | null {
  return indexOf(table).get(typed.toLowerCase()) ?? null
}

/** Every name and alias of a table. */
export function fieldNames(table: FieldTable): string[] {
  return [...indexOf(table).keys()]
}

// Tables are constants of a module, so that their index is built once and goes with them.
const indexes = new WeakMap<FieldTable, Map<string, ResolvedField>>()

function indexOf(table: FieldTable): Map<string, ResolvedField> {
  const known = indexes.get(table)
  if (known) return known
  const index = new Map<string, ResolvedField>()
  for (const [name, field] of Object.entries(table)) {
    const resolved = resolve(table, name, field)
    for (const typed of [name, ...(field.aliases ?? [])]) {
      if (!fieldName.test(typed)) throw new TypeError(`"${typed}" cannot be the name of a field`)
      if (index.has(typed)) throw new TypeError(`Two fields are named "${typed}"`)
      index.set(typed, resolved)
    }
  }
  indexes.set(table, index)
  return index
}

function resolve(table: FieldTable, name: string, field: Field): ResolvedField {
  if (field.kind === 'sort') return { name, field, op: null }
  if (field.kind !== 'shortcut') return { name, field, op: null }
  const target = table[field.of]
  if (!target || target.kind === 'shortcut' || target.kind === 'sort')
    throw new TypeError(`${name}: stands for no field`)
  return { name: field.of, field: target, op: field.op }
}

const fieldName = /^[a-z][a-z0-9_-]*$/
