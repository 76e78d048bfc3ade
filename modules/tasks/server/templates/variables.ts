import { nameOrder } from '../name-order.ts'

const VARIABLE = /\{\{\s*([\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,58}[\p{L}\p{N}])?)\s*\}\}/gu

/** The names of variables in some texts, in their order; letter case makes no difference. */
export function variablesIn(texts: readonly string[]): string[] {
  const names = new Map<string, string>()
  for (const text of texts)
    for (const [, name] of text.matchAll(VARIABLE)) if (!names.has(nameOrder(name!))) names.set(nameOrder(name!), name!)
  return [...names.values()]
}

/** `client=Ada` as a name and its value; the last one said counts, and an empty one is none. */
export function readValues(values: readonly string[]): Map<string, { name: string; value: string }> {
  const read = new Map<string, { name: string; value: string }>()
  for (const each of values) {
    const at = each.indexOf('=')
    const name = each.slice(0, at).trim()
    const value = each.slice(at + 1).trim()
    if (value === '') read.delete(nameOrder(name))
    else read.set(nameOrder(name), { name, value })
  }
  return read
}

/** A text with its variables replaced; those without a value stay as they are written. */
export function fillVariables(text: string, values: ReadonlyMap<string, { value: string }>): string {
  return text.replace(VARIABLE, (written, name: string) => values.get(nameOrder(name))?.value ?? written)
}
