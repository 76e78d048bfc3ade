const offsets = new Map<string, number>()

/** Remembers how far a list was scrolled, in pixels, for as long as the page is open. */
export function keepScroll(key: string, offset: number): void {
  offsets.set(key, offset)
}

export function keptScroll(key: string): number {
  return offsets.get(key) ?? 0
}
