const VARIABLE = /\{\{\s*([\p{L}\p{N}][\p{L}\p{N} _-]{0,50}?)\s*\}\}/gu

/** The names in double braces, each once, in their order. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1]!))]
}

/** A text with its variables filled in; what is not given stays as it is. Values are text, whatever stands in them. */
export function fillVariables(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(VARIABLE, (braces, name: string) => values.get(name) ?? braces)
}
