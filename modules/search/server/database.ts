import { handlersFor } from '#kernel/handlers.ts'

/** The tables of search. All of it is derived: a replay of the events writes it again. */
export interface SearchTables {
  search_document: DocumentRow
  search_keyword: { word: string; document: number }
  /** How many documents there are of each audience, over all workspaces: which way to search is quicker. */
  search_audience: { audience: string; documents: number }
  /** On SQLite. */
  search_index: IndexRow
  /** On PostgreSQL. */
  search_vector: VectorRow
}

/** What a text of a document is: a column of the index, or a part of its vector. */
export type TextColumn = 'title' | 'sender' | 'recipients' | 'files' | 'body' | 'marks'

/** A record as results show it, with what is filtered rather than matched. */
export interface DocumentRow {
  /** Its number, in order of date; the row of `search_index` has the same. */
  document: number
  kind: string
  record_id: string
  parent_id: string | null
  title: string
  people: string
  date_at: number
  size: number
  /** A sum of `SearchFlag`. */
  flags: number
  due_at: number | null
  /** Its words in `search_keyword`, sorted, a line each. */
  keywords: string
  /** Audience tokens, sorted, a line each. */
  audience: string
}

/** The full-text index, which keeps no text. A row is found by `rowid`; the column of the table's name takes its commands. */
export interface IndexRow {
  rowid: number
  title: string
  sender: string
  recipients: string
  files: string
  body: string
  marks: string
  search_index: string
}

/** A document's lexemes, written as the literal of a `tsvector`, and its filter of neighbours; neither is ever read. */
export interface VectorRow {
  document: number
  words: string
  neighbours: Uint8Array
}

export const { command, query, projection } = handlersFor<SearchTables>()
