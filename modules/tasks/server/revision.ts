/** Whether a change is based on an older revision than the record has. Without a revision the last writer wins. */
export function isStale(row: { rev: number }, rev: number | undefined): boolean {
  return rev !== undefined && rev !== row.rev
}

/** The sentence of a stale revision, with the current one. */
export function staleDetail(row: { rev: number }): string {
  return `The record has changed in the meantime: it is at revision ${row.rev}`
}
