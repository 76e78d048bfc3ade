import { migration, perDialect } from '#kernel/migrations/migration.ts'

/** Documents get marks for the beginnings of their words: the index is written anew from the events. */
export default migration('0002-beginnings', [
  perDialect({
    sqlite: [
      "INSERT INTO search_index (search_index) VALUES ('delete-all')",
      'DELETE FROM search_keyword',
      'DELETE FROM search_document',
      'DELETE FROM search_audience',
      "UPDATE subscriptions SET position = 0 WHERE name = 'search'",
    ],
    postgres: [],
  }),
])
