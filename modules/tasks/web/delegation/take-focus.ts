/** Gives a field the focus when it appears; as a `ref` it is one function, so that it does so once. */
export function takeFocus(field: HTMLElement | null): void {
  field?.focus()
}
