import type { Span } from './types.ts'

/** What can be wrong with a query. */
export type QueryErrorCode =
  | 'query-too-long'
  | 'query-too-deep'
  | 'unclosed-quote'
  | 'unclosed-group'
  | 'unopened-group'
  | 'empty-group'
  | 'unknown-field'
  | 'bad-value'
  | 'dangling-operator'
  | 'misplaced-sort'

/** Why a query cannot be read, and where. `suggestion`, where there is one, replaces the span to mend it. */
export interface QueryError extends Span {
  code: QueryErrorCode
  message: string
  suggestion?: string
}

/** Carries an error out of the nested readers; it never leaves `parseQuery`. */
export class QueryFault extends Error {
  readonly error: QueryError

  constructor(code: QueryErrorCode, span: Span, message: string, suggestion?: string) {
    super(message)
    const { position, length } = span
    this.error =
      suggestion === undefined ? { code, message, position, length } : { code, message, position, length, suggestion }
  }
}
