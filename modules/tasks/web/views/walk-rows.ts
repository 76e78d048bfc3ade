/** What can have the focus among the rows of a view, in the order of the page. */
export function rowsOf(container: HTMLElement | null): HTMLElement[] {
  const rows = [...(container?.querySelectorAll<HTMLElement>('[data-focus]') ?? [])]
  return rows.filter((row) => row.offsetParent !== null)
}

/** Puts the focus some rows further; on the first where none has it. */
export function stepRows(container: HTMLElement | null, by: number): void {
  const rows = rowsOf(container)
  const at = rows.findIndex((row) => row.closest('[data-task]')?.contains(document.activeElement))
  rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
}

/** The id of the task whose row has the focus, or something of it. */
export function focusedTask(container: HTMLElement | null): string | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-task]')
  return row && container?.contains(row) ? row.dataset.task : undefined
}

/** Puts the focus on a task once it is drawn where it went: in the container, and in a tree under its new parent. */
export function focusTask(container: HTMLElement | null, id: string, parentId?: string | null, tries = 120): void {
  const there = parentId === undefined ? '' : `[data-parent="${parentId ?? ''}"]`
  const row = container?.querySelector<HTMLElement>(`[data-task="${id}"]${there} [data-focus]`)
  if (row && row.offsetParent !== null) row.focus()
  else if (tries > 0) requestAnimationFrame(() => focusTask(container, id, parentId, tries - 1))
}
