/** A page of a list, as every list answers. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** Joins pages to one list without going through all that was joined before: lists grow to 100,000 rows. */
export class PageJoiner<Item> {
  #pages: readonly Page<Item>[] = []
  #seen = new Set<unknown>()
  #items: Item[] = []

  /** The rows of all pages. A record that moved up while they were read, and so stands in two, is listed once. */
  join(pages: readonly Page<Item>[]): Item[] {
    const grown = pages.length >= this.#pages.length && this.#pages.every((page, index) => page === pages[index])
    if (!grown) {
      this.#seen = new Set()
      this.#items = []
    }
    const fresh = pages.slice(grown ? this.#pages.length : 0).flatMap((page) => page.items)
    this.#items = [...this.#items, ...fresh.filter((item) => this.#isNew(item))]
    this.#pages = pages
    return this.#items
  }

  #isNew(item: Item): boolean {
    const { id } = item as { id?: unknown }
    if (id === undefined) return true
    if (this.#seen.has(id)) return false
    this.#seen.add(id)
    return true
  }
}
