/** A name as lists order it: compatible forms and letter case are one. */
export function nameOrder(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
