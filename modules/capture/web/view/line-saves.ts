const underWay = new Set<Promise<unknown>>()

/** Remembers that a line is on its way to the server. */
export function noteSave(save: Promise<unknown>): void {
  underWay.add(save)
  void save.finally(() => underWay.delete(save)).catch(() => undefined)
}

/** Resolves when no line is on its way any more; the field that has the focus saves first. */
export async function settled(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await Promise.allSettled(underWay)
}
