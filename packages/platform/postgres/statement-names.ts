/**
 * Names for prepared statements: one that comes a second time is worth preparing. Each is kept by every connection
 * for its life, so there is an end to them; what comes later is planned at each run.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  #seen = new Set<string>()

  nameOf(sql: string): string | undefined {
    const name = this.#names.get(sql)
    if (name !== undefined || this.#names.size >= MOST_NAMES) return name
    if (this.#seen.has(sql)) {
      const given = `s${this.#names.size + 1}`
      this.#names.set(sql, given)
      return given
    }
    if (this.#seen.size >= MOST_SEEN) this.#seen = new Set()
    this.#seen.add(sql)
    return undefined
  }
}

const MOST_NAMES = 300
const MOST_SEEN = 2000
