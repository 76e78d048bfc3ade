/**
 * Goes to a page in another workspace or as another person. It is a new document: nothing read before, and no socket,
 * belongs there.
 */
export function move(path: string): void {
  location.assign(path)
}
