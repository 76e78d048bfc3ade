/** Placeholder until the fields of the search are known. */
export function QueryChips(_: { text: string; onChange: (text: string) => void }) {
  return null
}
