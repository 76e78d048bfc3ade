import {
  id,
  index,
  instant,
  integer,
  migration,
  nullable,
  perDialect,
  primary,
  table,
  text,
} from '#kernel/migrations/migration.ts'

export default migration('0001-tables', [
  table('search_document', {
    document: primary(integer()),
    workspace_id: id(),
    kind: text(),
    record_id: id(),
    parent_id: nullable(id()),
    title: text(),
    people: text(),
    date_at: instant(),
    size: integer(),
    flags: integer(),
    due_at: nullable(instant()),
    keywords: text(),
    audience: text(),
  }),
  index('search_document', ['workspace_id', 'kind', 'record_id'], { unique: true }),
  index('search_document', ['workspace_id', 'due_at', 'document'], { where: 'due_at IS NOT NULL' }),
  table(
    'search_keyword',
    { workspace_id: id(), word: text(), document: integer() },
    { primaryKey: ['workspace_id', 'word', 'document'], withoutRowid: true },
  ),
  table('search_audience', { audience: primary(text()), documents: integer() }, { withoutRowid: true }),
  perDialect({
    sqlite: [
      // "_" belongs to words, as in every language whose code people mail around; what joins other words does not.
      `CREATE VIRTUAL TABLE search_index USING fts5(
  title, sender, recipients, files, body, marks,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2 tokenchars '_'"
)`,
      // Small merges by the way; a blocking one only when upkeep has not run for hundreds of batches.
      "INSERT INTO search_index (search_index, rank) VALUES ('automerge', 8)",
      "INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 200)",
    ],
    postgres: [
      // Plain and within the row, so that looking at one document after another is quick: one is a page of 8 kB.
      'CREATE TABLE search_vector (document bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 8160)',
      'ALTER TABLE search_vector ALTER COLUMN words SET STORAGE EXTERNAL',
      'CREATE INDEX search_vector_by_words ON search_vector USING gin (words)',
    ],
  }),
])
