/** Ids of the two fields in the bar on top. */
export const SEARCH_FIELD = 'bar-search'
export const CAPTURE_FIELD = 'bar-capture'

/** Puts the focus on the search field that is on the screen, or goes to the search page. */
export function focusSearch(goToSearch: () => void): void {
  const page = document.querySelector<HTMLInputElement>('[data-search-field]')
  const field = page ?? document.getElementById(SEARCH_FIELD)
  if (!field || field.offsetParent === null) return goToSearch()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}

/** Puts the focus on the capture field, or opens its dialog where the bar has no room. */
export function focusCapture(): void {
  const field = document.getElementById(CAPTURE_FIELD)
  if (field && field.offsetParent !== null) field.focus()
  else document.querySelector<HTMLButtonElement>('[data-capture-button]')?.click()
}
