/** The kernel's `?` as PostgreSQL's `$1`, `$2`, …; those within quotes are text and stay. */
export function numberPlaceholders(sql: string): string {
  const known = cache.get(sql)
  if (known !== undefined) return known
  let count = 0
  const numbered = sql.replaceAll(TOKEN, (token) => (token === '?' ? `$${++count}` : token))
  // Statements with lists of any length would otherwise fill the memory.
  if (cache.size >= MOST) cache.clear()
  cache.set(sql, numbered)
  return numbered
}

/** A text, a quoted name, or a placeholder. A doubled quote within a text is two texts beside each other. */
const TOKEN = /'[^']*'|"[^"]*"|\?/g
const MOST = 1000
const cache = new Map<string, string>()
