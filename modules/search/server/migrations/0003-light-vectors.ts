import { migration, perDialect } from '#kernel/migrations/migration.ts'

/**
 * Vectors lie beside their rows, which are so light that gathering thousands of them reads few pages, and bear a filter of
 * neighbours for phrases. The index is written anew from the events.
 */
export default migration('0003-light-vectors', [
  perDialect({
    sqlite: [],
    postgres: [
      'DROP TABLE search_vector',
      // Out of the row whatever its size, and plain: unpacking would take longer than reading.
      'CREATE TABLE search_vector (document bigint PRIMARY KEY, words tsvector NOT NULL, neighbours bytea NOT NULL) WITH (toast_tuple_target = 128)',
      'ALTER TABLE search_vector ALTER COLUMN words SET STORAGE EXTERNAL',
      'ALTER TABLE search_vector ALTER COLUMN neighbours SET STORAGE MAIN',
      'CREATE INDEX search_vector_by_words ON search_vector USING gin (words)',
      'DELETE FROM search_keyword',
      'DELETE FROM search_document',
      'DELETE FROM search_audience',
      "UPDATE subscriptions SET position = 0 WHERE name = 'search'",
    ],
  }),
])
