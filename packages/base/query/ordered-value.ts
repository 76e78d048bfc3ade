import { QueryFault } from './query-error.ts'
import type { Token } from './scanner.ts'
import type { Bound, Comparison, Operator } from './types.ts'

/** What a scalar covers: from `start` up to, without, `end`; a point where both are the same. */
export interface Extent {
  start: number
  end: number
}

/** A comparison or range, as bounds. `written` reads back as the same, whatever the field's bare operator is. */
export interface Ordered {
  op: Operator
  low: Bound | null
  high: Bound | null
  written: string
}

/** How a field wants its values read. */
export interface OrderedOptions {
  /** The comparison that the field's name already is: `before:`. */
  fixed: Comparison | null
  /** What a value without an operator means. */
  bare: Comparison
  /** Reads one scalar, or throws a fault. */
  read: (text: string) => Extent
}

/** Reads `>=X`, `X`, `X..Y`, `X..` or `..Y`. */
export function readOrdered(token: Token, { fixed, bare, read }: OrderedOptions): Ordered {
  const typed = /^(?:<=|>=|<|>|=)/.exec(token.text)?.[0] as Comparison | undefined
  const range = token.text.indexOf('..')
  if (fixed && (typed || range >= 0))
    throw new QueryFault('bad-value', token, 'This field is a comparison itself and takes one plain value')
  if (typed) return compare(typed, token.text.slice(typed.length), token.text, read)
  if (range >= 0) return between(token, token.text.slice(0, range), token.text.slice(range + 2), read)
  return compare(fixed ?? bare, token.text, fixed ? fixed + token.text : token.text, read)
}

function compare(op: Comparison, scalar: string, written: string, read: OrderedOptions['read']): Ordered {
  const extent = read(scalar)
  const low = op === '<' || op === '<=' ? null : op === '>' ? above(extent) : from(extent)
  const high = op === '>' || op === '>=' ? null : op === '<' ? { value: extent.start, inclusive: false } : upTo(extent)
  return { op, low, high, written }
}

function between(token: Token, first: string, last: string, read: OrderedOptions['read']): Ordered {
  if (first === '' && last === '') throw new QueryFault('bad-value', token, 'A range needs a beginning or an end')
  const start = first === '' ? null : read(first)
  const end = last === '' ? null : read(last)
  if (start && end && start.start > end.start) {
    throw new QueryFault('bad-value', token, 'This range ends before it begins', `${last}..${first}`)
  }
  return { op: 'range', low: start && from(start), high: end && upTo(end), written: token.text }
}

function from({ start }: Extent): Bound {
  return { value: start, inclusive: true }
}

function above({ start, end }: Extent): Bound {
  return start === end ? { value: start, inclusive: false } : { value: end, inclusive: true }
}

function upTo({ start, end }: Extent): Bound {
  return start === end ? { value: start, inclusive: true } : { value: end, inclusive: false }
}
