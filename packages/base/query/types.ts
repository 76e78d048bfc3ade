/** A query that was read: what must hold (null: everything), and in which order to list. */
export interface Query {
  where: QueryNode | null
  sort: SortKey[]
}

/** A condition. `and` and `or` have two or more operands and never hold a node of their own kind. */
export type QueryNode = AndNode | OrNode | NotNode | TextNode | FieldNode

export interface AndNode {
  kind: 'and'
  operands: QueryNode[]
  span: Span
}

export interface OrNode {
  kind: 'or'
  operands: QueryNode[]
  span: Span
}

export interface NotNode {
  kind: 'not'
  operand: QueryNode
  span: Span
}

/** Words to find anywhere in a record. */
export interface TextNode extends Words {
  kind: 'text'
  span: Span
}

/** A condition on one field; `name` and the value's keyword are the table's own, whatever alias was typed. */
export interface FieldNode {
  kind: 'field'
  name: string
  op: Operator
  value: FieldValue
  span: Span
}

/** `phrase`: the words stand in quotation marks. `prefix`: the last word may go on. Words hold no white space. */
export interface Words {
  words: string[]
  phrase: boolean
  prefix: boolean
}

export type FieldValue = TextValue | NameValue | KeywordValue | FlagValue | DateValue | NumberValue

export interface TextValue extends Words {
  kind: 'text'
}

/** The name of something people named: a label, a project. Compare without case; `prefix`: it may go on. */
export interface NameValue {
  kind: 'name'
  name: string
  prefix: boolean
}

export interface KeywordValue {
  kind: 'keyword'
  keyword: string
}

export interface FlagValue {
  kind: 'flag'
  flag: boolean
}

/** Instants in epoch milliseconds, low inclusive and high exclusive; null is open. `written` reads back as the same. */
export interface DateValue {
  kind: 'date'
  low: DateBound | null
  high: DateBound | null
  written: string
}

/** A number, a size in bytes or a duration in seconds; null is open. `written` reads back as the same. */
export interface NumberValue {
  kind: 'number' | 'size' | 'duration'
  low: Bound | null
  high: Bound | null
  written: string
}

export interface Bound {
  value: number
  inclusive: boolean
}

/** `day` is the same bound for a column of calendar dates (YYYY-MM-DD): every day that the period touches is inside. */
export interface DateBound extends Bound {
  day: string
}

/** How a field is compared; texts, names, keywords and flags know `=` only. */
export type Operator = Comparison | 'range'
export type Comparison = '=' | '<' | '<=' | '>' | '>='

export interface SortKey {
  key: string
  descending: boolean
  span: Span
}

/** Where something stands in the text that was typed, in UTF-16 code units. */
export interface Span {
  position: number
  length: number
}
