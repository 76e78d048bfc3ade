import { Parser, type ParseOptions } from './parser.ts'
import { QueryFault, type QueryError } from './query-error.ts'
import type { Query } from './types.ts'

export type { ParseOptions }

/** How many UTF-16 code units a query may have. */
export const longestQuery = 1000

/** The query, or why it cannot be read and where. */
export type ParseResult = { ok: true; query: Query } | { ok: false; error: QueryError }

/**
 * Reads a query (see grammar.ebnf) in linear time. No text makes it throw; a faulty table or an unknown time zone does,
 * being the caller's mistake.
 */
export function parseQuery(text: string, options: ParseOptions): ParseResult {
  if (text.length > longestQuery) return { ok: false, error: tooLong(text) }
  try {
    return { ok: true, query: new Parser(text, options).query() }
  } catch (cause) {
    if (cause instanceof QueryFault) return { ok: false, error: cause.error }
    throw cause
  }
}

function tooLong(text: string): QueryError {
  const message = `A search has at most ${longestQuery} characters`
  return { code: 'query-too-long', message, position: longestQuery, length: text.length - longestQuery }
}
